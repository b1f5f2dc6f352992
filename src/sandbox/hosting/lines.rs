//! Edits of a zone file's text that leave everything else as its author wrote it.

use hickory_proto::ProtoError;
use hickory_proto::rr::Name;

/// The text with more lines.
pub fn with(text: &str, lines: &[impl AsRef<str>]) -> String {
    let gap = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
    let lines: String = lines.iter().map(|line| format!("{}\n", line.as_ref())).collect();
    format!("{text}{gap}{lines}")
}

/// The text without the records of a name: their lines, the lines they continue on in parentheses, and
/// lines that begin with a blank and so belong to the owner above (RFC 1035 section 5.1).
///
/// The name may be full, with or without the final dot, or relative to the apex.
///
/// # Errors
/// When it is not a name.
pub fn without(text: &str, apex: &Name, name: &str) -> Result<String, ProtoError> {
    let name = full_name(apex, name)?;
    let mut owners = Owners { origin: apex.clone(), owner: None, depth: 0 };
    let kept = text.split_inclusive('\n').filter(|line| owners.of(line) != Some(&name));
    Ok(kept.collect())
}

fn full_name(apex: &Name, name: &str) -> Result<Name, ProtoError> {
    let mut full = Name::parse(name, None)?;
    full.set_fqdn(true);
    if name.ends_with('.') || apex.zone_of(&full) { Ok(full) } else { Name::parse(name, Some(apex)) }
}

/// Goes down the lines of a zone file and knows whose record each one is.
struct Owners {
    origin: Name,
    owner: Option<Name>,
    /// Parentheses open at the start of the line.
    depth: usize,
}

impl Owners {
    /// `None` for lines without a record: blank ones, comments and directives.
    fn of(&mut self, line: &str) -> Option<&Name> {
        let starts_entry = self.depth == 0;
        let bare = self.without_comment(line);
        let mut words = bare.split_whitespace();
        match words.next() {
            None if starts_entry => return None,
            Some(directive) if starts_entry && directive.starts_with('$') => {
                self.obey(directive, words.next());
                return None;
            }
            Some(owner) if starts_entry && bare.starts_with(owner) => self.owner = self.absolute(owner),
            _ => {}
        }
        self.owner.as_ref()
    }

    fn obey(&mut self, directive: &str, argument: Option<&str>) {
        let origin = argument.and_then(|name| Name::parse(name, None).ok());
        if let (true, Some(mut origin)) = (directive == "$ORIGIN", origin) {
            origin.set_fqdn(true);
            self.origin = origin;
        }
    }

    fn absolute(&self, owner: &str) -> Option<Name> {
        if owner == "@" { Some(self.origin.clone()) } else { Name::parse(owner, Some(&self.origin)).ok() }
    }

    /// The line up to its comment; parentheses on the way are counted.
    fn without_comment<'a>(&mut self, line: &'a str) -> &'a str {
        let (mut quoted, mut escaped) = (false, false);
        for (at, character) in line.char_indices() {
            match character {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                '"' => quoted = !quoted,
                ';' if !quoted => return &line[..at],
                '(' if !quoted => self.depth += 1,
                ')' if !quoted => self.depth = self.depth.saturating_sub(1),
                _ => {}
            }
        }
        line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ZONE: &str = "\
$TTL 60
@ SOA ns1 h ( 1 2 ; the apex
  3 4 5 )
; about www
www A 192.0.2.1
    A 192.0.2.2 ; the same owner
    TXT ( \"a;b)\"
          \"c\" )

mail A 192.0.2.3
$ORIGIN sub.example.test.
www A 192.0.2.4
www.example.test. AAAA 2001:db8::1";

    fn without_name(name: &str) -> String {
        without(ZONE, &Name::from_ascii("example.test.").unwrap(), name).unwrap()
    }

    #[test]
    fn all_records_of_a_name_go_and_nothing_else() {
        let rest = "\
$TTL 60
@ SOA ns1 h ( 1 2 ; the apex
  3 4 5 )
; about www

mail A 192.0.2.3
$ORIGIN sub.example.test.
www A 192.0.2.4
";
        assert_eq!(without_name("www.example.test"), rest);
        assert_eq!(without_name("WWW.example.test."), rest);
        assert_eq!(without_name("www"), rest);
    }

    #[test]
    fn names_are_understood_relative_to_the_origin_above_them() {
        assert_eq!(without_name("www.sub.example.test"), ZONE.replace("www A 192.0.2.4\n", ""));
    }

    #[test]
    fn a_name_without_records_leaves_the_text_as_it_is() {
        assert_eq!(without_name("other.example.test"), ZONE);
    }

    #[test]
    fn lines_are_added_after_a_last_line_without_end() {
        let lines = ["b A 192.0.2.2", "c A 192.0.2.3"];
        assert_eq!(with("a A 192.0.2.1", &lines), "a A 192.0.2.1\nb A 192.0.2.2\nc A 192.0.2.3\n");
    }
}
