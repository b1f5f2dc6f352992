//! How other ACME clients keep accounts: a file that describes one, with the key beside it.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use serde_json::Value;
use url::Url;
use zeroize::Zeroizing;

use super::documents::{self, Document, at, found, url};
use super::fault::ImportFault;
use super::{Found, Whereabouts};
use crate::foreign::{self, decoded, shell_value};
use crate::http::host_of;
use crate::secret::Secret;

/// Nothing that describes an account comes near this size.
const MAX_FILE: u64 = 1024 * 1024;

type Read = Result<Vec<Found>, ImportFault>;

/// The accounts that a file describes; none where it is of another kind.
pub(super) fn read(path: &Path) -> Read {
    let text = text(path)?;
    match path.file_name().and_then(|name| name.to_str()).unwrap_or_default() {
        "regr.json" => certbot(path, &text),
        "ca.conf" => acme_sh(path, &text),
        _ => described(path, &text),
    }
}

/// Whether a file describes an account by its name. Bare keys do not: next to accounts lie keys of certificates.
pub(super) fn may_describe(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    match name {
        "regr.json" | "ca.conf" | "account.json" | "acct.json" => true,
        // Caddy; and accounts of certdns itself.
        _ => has_extension(path, "json") && (path.with_extension("key").is_file() || name.starts_with("key-")),
    }
}

fn has_extension(path: &Path, wanted: &str) -> bool {
    path.extension().is_some_and(|extension| extension == wanted)
}

/// The file that describes the account whose key is named.
pub(super) fn describing(key: &Path) -> Option<PathBuf> {
    let sibling = |name: &str| key.with_file_name(name);
    let candidates = match key.file_name().and_then(|name| name.to_str())? {
        "private_key.json" => vec![sibling("regr.json")],
        "account.key" => vec![sibling("ca.conf"), sibling("account.json")],
        _ if has_extension(key, "key") => {
            let above = key.parent().filter(|folder| folder.ends_with("keys")).and_then(Path::parent);
            let lego4 = above.map(|folder| folder.join("account.json"));
            [Some(key.with_extension("json")), Some(sibling("account.json")), lego4].into_iter().flatten().collect()
        }
        _ => Vec::new(),
    };
    candidates.into_iter().find(|path| path.is_file())
}

/// certbot: `accounts/<host>/<path>/<hash>/regr.json`, and the key as a JWK.
fn certbot(path: &Path, text: &Secret) -> Read {
    let document: Document = parsed(text);
    let uri = url(document.uri.as_ref());
    let folder = path.parent().unwrap_or(Path::new("."));
    let authority = by_path(folder.parent(), "accounts", uri.as_ref());
    Ok(vec![found("certbot", path, key(path, path.with_file_name("private_key.json"))?, uri, authority)])
}

/// acme.sh: `ca/<host>/<path>/ca.conf`, and the key as PEM.
fn acme_sh(path: &Path, text: &Secret) -> Read {
    let key_file = path.with_file_name("account.key");
    if !key_file.is_file() {
        return Ok(Vec::new());
    }
    let uri = shell_value(text.expose(), "ACCOUNT_URL").and_then(|uri| url(Some(&Value::String(uri))));
    let authority = by_path(path.parent(), "ca", uri.as_ref());
    Ok(vec![found("acme.sh", path, key(path, key_file)?, uri, authority)])
}

fn described(path: &Path, text: &Secret) -> Read {
    let document: Document = parsed(text);
    if let Some(registration) = &document.registration {
        return lego(path, &document, url(registration.uri.as_ref().or(registration.account_url.as_ref())));
    }
    match (url(document.location.as_ref()), &document.key) {
        (Some(uri), Some(key)) => Ok(vec![posh_acme(path, key.text(), uri)]),
        (Some(uri), None) => caddy(path, uri),
        (None, _) => Ok(documents::read(path, text)),
    }
}

/// lego up to 4: `<email>/account.json` and `<email>/keys/<email>.key`; from 5 on `<id>/account.json` and
/// `<id>/<id>.key`, and it tells the CA.
fn lego(path: &Path, document: &Document, uri: Option<Url>) -> Read {
    let folder = path.parent().unwrap_or(Path::new("."));
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let id = document.id.as_ref().and_then(Value::as_str).filter(|id| is_name(id)).unwrap_or(&name).to_owned();
    let named = [format!("{id}.key"), format!("keys/{name}.key")].map(|key| folder.join(key));
    let key_file = named.into_iter().find(|key| key.is_file()).or_else(|| only_key(&folder.join("keys")));
    let key = key(path, key_file.unwrap_or_else(|| folder.join(format!("keys/{name}.key"))))?;
    let authority = url(document.server.as_ref()).map_or_else(|| at(uri.as_ref()), Whereabouts::Directory);
    Ok(vec![found("lego", path, key, uri, authority)])
}

/// Whether a text is the name of a file, and leads nowhere else.
fn is_name(text: &str) -> bool {
    let mut components = Path::new(text).components();
    components.next().and_then(component) == Some(text) && components.next().is_none()
}

/// The one key in a folder, whatever it is called.
fn only_key(folder: &Path) -> Option<PathBuf> {
    let mut keys: Vec<PathBuf> = fs::read_dir(folder).ok()?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    keys.retain(|path| has_extension(path, "key"));
    (keys.len() == 1).then(|| keys.remove(0))
}

/// Posh-ACME: `<server>/<account>/acct.json`, the key inside; `<server>/dir.json` tells the CA.
fn posh_acme(path: &Path, key: Secret, uri: Url) -> Found {
    let server = path.parent().and_then(Path::parent).map(|server| server.join("dir.json"));
    let directory = server.filter(|file| file.is_file()).and_then(|file| text(&file).ok()).and_then(|text| {
        let document: Document = parsed(&text);
        url(document.location.as_ref())
    });
    let authority = directory.map_or_else(|| at(Some(&uri)), Whereabouts::Directory);
    found("Posh-ACME", path, key, Some(uri), authority)
}

/// Caddy: `acme/<host>-<path>/users/<user>/<user>.json` and `<user>.key`.
fn caddy(path: &Path, uri: Url) -> Read {
    let key = key(path, path.with_extension("key"))?;
    let host = host_of(uri.as_str());
    let names = path.components().filter_map(component);
    let rest = names.filter_map(|name| name.strip_prefix(&host)?.strip_prefix('-')).next_back();
    let guess = rest.and_then(|rest| Url::parse(&format!("https://{host}/{}", rest.replace('-', "/"))).ok());
    Ok(vec![found("Caddy", path, key, Some(uri), Whereabouts::Host { host, guess })])
}

/// The directory URL that the folders below `root` spell: host, then path. Else the CA is at the host of the account.
fn by_path(folder: Option<&Path>, root: &str, uri: Option<&Url>) -> Whereabouts {
    let absolute = folder.and_then(|folder| std::path::absolute(folder).ok()).unwrap_or_default();
    let names: Vec<&str> = absolute.components().filter_map(component).collect();
    let spelt = names.iter().rposition(|name| *name == root).map(|root| names[root + 1..].join("/"));
    let spelt = spelt.filter(|spelt| spelt.contains('/'));
    let directory = spelt.and_then(|spelt| Url::parse(&format!("https://{spelt}")).ok());
    directory.map_or_else(|| at(uri), Whereabouts::Directory)
}

fn component(component: Component<'_>) -> Option<&str> {
    match component {
        Component::Normal(name) => name.to_str(),
        _ => None,
    }
}

fn parsed(text: &Secret) -> Document {
    serde_json::from_str(text.expose()).unwrap_or_default()
}

fn key(path: &Path, key: PathBuf) -> Result<Secret, ImportFault> {
    // Nobody named it: reading a pipe or a device could go on forever.
    if fs::metadata(&key).is_ok_and(|meta| !meta.is_file()) {
        return Err(ImportFault::NoKey { path: path.to_owned(), key });
    }
    match text(&key) {
        Err(ImportFault::Read { source, .. }) if source.kind() == io::ErrorKind::NotFound => {
            Err(ImportFault::NoKey { path: path.to_owned(), key })
        }
        read => read,
    }
}

/// A text file; Windows programs write UTF-16 now and then.
pub(super) fn text(path: &Path) -> Result<Secret, ImportFault> {
    let wrong = |source| ImportFault::Read { path: path.to_owned(), source };
    let octets = fs::File::open(path).and_then(bounded).map_err(wrong)?;
    Ok(decoded(&octets))
}

/// All there is to read, unless it is more than any account takes.
///
/// # Errors
/// When it cannot be read, or is too long.
pub fn bounded(from: impl io::Read) -> io::Result<Zeroizing<Vec<u8>>> {
    foreign::bounded(from, MAX_FILE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn directory(authority: &Whereabouts) -> &str {
        let Whereabouts::Directory(url) = authority else { panic!("{authority:?}") };
        url.as_str()
    }

    #[test]
    fn folders_spell_the_directory_url() {
        let spelt = |folder: &str, root: &str| by_path(Some(Path::new(folder)), root, None);
        let certbot = spelt("/etc/letsencrypt/accounts/acme-v02.api.letsencrypt.org/directory", "accounts");
        assert_eq!(directory(&certbot), "https://acme-v02.api.letsencrypt.org/directory");
        let pebble = spelt("/accounts/accounts/localhost:14000/dir", "accounts");
        assert_eq!(directory(&pebble), "https://localhost:14000/dir");
        let acme_sh = spelt("/opt/.acme.sh/ca/acme.zerossl.com/v2/DV90", "ca");
        assert_eq!(directory(&acme_sh), "https://acme.zerossl.com/v2/DV90");
        assert_eq!(spelt("/opt/.acme.sh/ca/acme-v02.api.letsencrypt.org", "ca"), Whereabouts::Unknown);
    }

    #[test]
    fn an_account_has_its_key_in_its_own_folder() {
        assert!(is_name("work") && is_name("a@example.test"));
        for id in ["", ".", "..", "../work", "a/b", "/etc/key", "work/"] {
            assert!(!is_name(id), "{id}");
        }
    }
}
