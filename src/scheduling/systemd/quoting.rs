//! systemd.syntax(7), systemd.unit(5) "Specifiers", systemd.service(5) "Command lines".

/// The program of `ExecStart=`. Variables are not replaced in it.
#[must_use]
pub(super) fn program(path: &str) -> String {
    quoted(&path.replace('%', "%%"))
}

/// A word behind it.
#[must_use]
pub(super) fn argument(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:=,+@".contains(c);
    match !word.is_empty() && word.chars().all(plain) {
        true => word.to_owned(),
        false => quoted(&word.replace('%', "%%").replace('$', "$$")),
    }
}

/// A path in a list of them, such as that of `ReadWritePaths=`.
#[must_use]
pub(super) fn path(path: &str) -> String {
    quoted(&path.replace('%', "%%"))
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', r"\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_percent_signs_quotes_and_backslashes_are_taken_as_they_are() {
        assert_eq!(program(r#"/opt/a b/100%/"x"\y$HOME"#), r#""/opt/a b/100%%/\"x\"\\y$HOME""#);
        assert_eq!(argument(r#"/srv/a b/100%/"x"\y$HOME"#), r#""/srv/a b/100%%/\"x\"\\y$$HOME""#);
        assert_eq!(path("-/srv/café au lait/100%"), "\"-/srv/café au lait/100%%\"");
    }

    #[test]
    fn plain_words_are_left_plain() {
        assert_eq!(argument("--state-dir"), "--state-dir");
        assert_eq!(argument("/var/lib/certdns"), "/var/lib/certdns");
        assert_eq!(argument(""), "\"\"");
        assert_eq!(argument(";"), "\";\"");
    }
}
