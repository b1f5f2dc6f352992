//! Encryption, in the format of age (<https://age-encryption.org/v1>). All of it in memory, and no key on any disk.

use std::io::{self, BufReader, Write};
use std::iter;

use age::armor::{ArmoredReader, ArmoredWriter, Format};
use age::secrecy::SecretString;
use age::{DecryptError, Decryptor, EncryptError, Encryptor, IdentityFile, scrypt, x25519};

use super::fault::SealFault;
use crate::foreign::bounded;
use crate::secret::Secret;

/// So much is inside at most, in octets.
pub const MAX_CONTENT: u64 = 10 * 1024 * 1024;
/// So long is a file at most, in octets: armour takes a third more.
pub const MAX_FILE: u64 = 15 * 1024 * 1024;
/// What age itself takes: 2^18 rounds, 256 MiB of memory, about a second.
const WORK_FACTOR: u8 = 18;
/// Who made the file says how much work a passphrase is: 1 GiB of memory and some seconds, no more.
const MAX_WORK_FACTOR: u8 = 20;

/// How a bundle is locked.
pub enum Lock {
    Passphrase(Secret),
    Recipients(Vec<x25519::Recipient>),
}

/// What opens one.
pub enum Key {
    Passphrase(Secret),
    Identities(Vec<Box<dyn age::Identity + Send + Sync>>),
}

/// A public key as `age-keygen` prints it.
///
/// # Errors
/// When it is none.
pub fn recipient(text: &str) -> Result<x25519::Recipient, SealFault> {
    text.trim().parse().map_err(|_| SealFault::Recipient { line: 1 })
}

/// Public keys, one a line; empty lines and those that begin with `#` are passed over.
///
/// # Errors
/// When there are none, or another line stands there.
pub fn recipients(text: &str) -> Result<Vec<x25519::Recipient>, SealFault> {
    let lines = text.lines().enumerate().map(|(number, line)| (number + 1, line.trim()));
    let lines = lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    let all = lines.map(|(line, text)| text.parse().map_err(|_| SealFault::Recipient { line }));
    let all: Vec<x25519::Recipient> = all.collect::<Result<_, _>>()?;
    if all.is_empty() { Err(SealFault::NoRecipients) } else { Ok(all) }
}

/// Private keys as `age-keygen` writes them.
///
/// # Errors
/// When there are none.
pub fn identities(text: &Secret) -> Result<Vec<Box<dyn age::Identity + Send + Sync>>, SealFault> {
    let file = IdentityFile::from_buffer(text.expose().as_bytes()).map_err(|_| SealFault::Identity)?;
    let all = file.into_identities().map_err(|_| SealFault::Identity)?;
    if all.is_empty() { Err(SealFault::Identity) } else { Ok(all) }
}

/// Encrypts; the file as it is written.
///
/// # Errors
/// When the library fails.
pub fn seal(content: &Secret, lock: &Lock, armor: bool) -> Result<Vec<u8>, SealFault> {
    let format = if armor { Format::AsciiArmor } else { Format::Binary };
    let encryptor = encryptor(lock).map_err(|error| SealFault::Encrypt(io::Error::other(error)))?;
    let write = || {
        let mut writer = encryptor.wrap_output(ArmoredWriter::wrap_output(Vec::new(), format)?)?;
        writer.write_all(content.expose().as_bytes())?;
        writer.finish()?.finish()
    };
    write().map_err(SealFault::Encrypt)
}

fn encryptor(lock: &Lock) -> Result<Encryptor, EncryptError> {
    match lock {
        Lock::Recipients(all) => Encryptor::with_recipients(all.iter().map(|one| one as &dyn age::Recipient)),
        Lock::Passphrase(passphrase) => {
            let mut recipient = scrypt::Recipient::new(secret(passphrase));
            recipient.set_work_factor(WORK_FACTOR);
            Encryptor::with_recipients(iter::once(&recipient as &dyn age::Recipient))
        }
    }
}

/// Whether a passphrase opens it, and not a key.
///
/// # Errors
/// When it is no age file.
pub fn is_for_passphrase(file: &[u8]) -> Result<bool, SealFault> {
    Ok(decryptor(file)?.is_scrypt())
}

/// Decrypts; takes about a second of work where a passphrase opens it.
///
/// # Errors
/// When it is no age file, damaged, too large, or opened by something else.
pub fn unseal(file: &[u8], key: &Key) -> Result<Secret, SealFault> {
    let decryptor = decryptor(file)?;
    let reader = match (key, decryptor.is_scrypt()) {
        (Key::Passphrase(passphrase), true) => {
            let mut identity = scrypt::Identity::new(secret(passphrase));
            identity.set_max_work_factor(MAX_WORK_FACTOR);
            decryptor.decrypt(iter::once(&identity as &dyn age::Identity))
        }
        (Key::Identities(all), false) => decryptor.decrypt(all.iter().map(|one| one.as_ref() as &dyn age::Identity)),
        (Key::Passphrase(_), false) => return Err(SealFault::WantsIdentity),
        (Key::Identities(_), true) => return Err(SealFault::WantsPassphrase),
    };
    let reader = reader.map_err(|error| undecrypted(&error, key))?;
    let content = bounded(reader, MAX_CONTENT).map_err(|error| match error.kind() {
        io::ErrorKind::FileTooLarge => SealFault::TooLarge,
        _ => SealFault::Damaged,
    })?;
    Ok(text(&content))
}

/// What is no text is no bundle, which whoever reads it says.
fn text(content: &[u8]) -> Secret {
    Secret::new(std::str::from_utf8(content).unwrap_or_default())
}

fn decryptor(file: &[u8]) -> Result<Decryptor<ArmoredReader<BufReader<&[u8]>>>, SealFault> {
    let is_one = ["age-encryption.org/", "-----BEGIN AGE ENCRYPTED FILE-----"].map(str::as_bytes);
    // Where it was cut within its first line it still begins as one.
    let begins = |start: &[u8]| !file.is_empty() && (file.starts_with(start) || start.starts_with(file));
    if !is_one.into_iter().any(begins) {
        return Err(SealFault::NoAgeFile);
    }
    if is_newer(file) {
        return Err(SealFault::Unknown);
    }
    Decryptor::new_buffered(ArmoredReader::new(file)).map_err(|error| match error {
        DecryptError::UnknownFormat => SealFault::Unknown,
        _ => SealFault::Damaged,
    })
}

/// Whether its first line is that of another version than the first.
fn is_newer(file: &[u8]) -> bool {
    let line = file.iter().position(|octet| *octet == b'\n').map(|end| &file[..end]);
    line.is_some_and(|line| line.starts_with(b"age-encryption.org/") && line != b"age-encryption.org/v1")
}

fn undecrypted(error: &DecryptError, key: &Key) -> SealFault {
    match (error, key) {
        (DecryptError::ExcessiveWork { required, .. }, _) => SealFault::TooMuchWork { factor: *required },
        (DecryptError::InvalidHeader | DecryptError::InvalidMac | DecryptError::Io(_), _) => SealFault::Damaged,
        (DecryptError::UnknownFormat, _) => SealFault::Unknown,
        (_, Key::Passphrase(_)) => SealFault::WrongPassphrase,
        (_, Key::Identities(_)) => SealFault::WrongIdentity,
    }
}

fn secret(text: &Secret) -> SecretString {
    SecretString::from(text.expose().to_owned())
}

#[cfg(test)]
mod tests {
    use age::secrecy::ExposeSecret;

    use super::*;

    fn pair() -> (Lock, Key) {
        let identity = x25519::Identity::generate();
        let written = Secret::new(identity.to_string().expose_secret());
        (Lock::Recipients(vec![identity.to_public()]), Key::Identities(identities(&written).unwrap()))
    }

    fn opened(file: &[u8], key: &Key) -> Result<String, SealFault> {
        unseal(file, key).map(|text| text.expose().to_owned())
    }

    #[test]
    fn a_key_opens_what_was_made_for_it_and_no_other_does() {
        let (lock, key) = pair();
        for armor in [false, true] {
            let file = seal(&Secret::new("content"), &lock, armor).unwrap();
            assert_eq!(opened(&file, &key).unwrap(), "content");
            assert!(!is_for_passphrase(&file).unwrap());
            assert!(matches!(opened(&file, &pair().1), Err(SealFault::WrongIdentity)));
            let passphrase = Key::Passphrase(Secret::new("p"));
            assert!(matches!(opened(&file, &passphrase), Err(SealFault::WantsIdentity)));
        }
    }

    #[test]
    fn wherever_it_is_cut_or_changed_it_is_damaged_and_nothing_comes_out() {
        let (lock, key) = pair();
        for armor in [false, true] {
            let file = seal(&Secret::new("c".repeat(200_000)), &lock, armor).unwrap();
            let lengths = (1..400).chain([70_000, 131_500, file.len() - 30, file.len() - 2]);
            for length in lengths {
                let cut = opened(&file[..length], &key);
                assert!(matches!(cut, Err(SealFault::Damaged)), "{length}: {cut:?}");
            }
            let mut changed = file.clone();
            changed[100_000] ^= 1;
            assert!(matches!(opened(&changed, &key), Err(SealFault::Damaged)));
        }
    }

    #[test]
    fn what_is_no_age_file_is_told() {
        let (_, key) = pair();
        for file in [&b""[..], b"{}", b"age", b"PK\x03\x04", b"-----BEGIN PRIVATE KEY-----\n"] {
            let told = opened(file, &key);
            let is_so = matches!(told, Err(SealFault::NoAgeFile)) || file == b"age";
            assert!(is_so, "{told:?}");
        }
        assert!(matches!(opened(b"age-encryption.org/v9\n-> X25519 a\n", &key), Err(SealFault::Unknown)));
    }

    #[test]
    fn a_hostile_file_costs_neither_memory_nor_time() {
        let mut recipient = scrypt::Recipient::new(SecretString::from("p".to_owned()));
        recipient.set_work_factor(2);
        let made = Encryptor::with_recipients(iter::once(&recipient as &dyn age::Recipient)).unwrap();
        let mut writer = made.wrap_output(Vec::new()).unwrap();
        writer.write_all(b"x").unwrap();
        let file = writer.finish().unwrap();
        let key = Key::Passphrase(Secret::new("p"));
        assert!(is_for_passphrase(&file).unwrap());
        assert_eq!(opened(&file, &key).unwrap(), "x");
        assert!(matches!(opened(&file, &Key::Passphrase(Secret::new("q"))), Err(SealFault::WrongPassphrase)));
        let at = file.windows(3).position(|three| three == b" 2\n").unwrap();
        let dear = [&file[..=at], b"40", &file[at + 2..]].concat();
        assert!(matches!(opened(&dear, &key), Err(SealFault::TooMuchWork { factor: 40 })));

        let (lock, key) = pair();
        let large = Secret::new(" ".repeat(usize::try_from(MAX_CONTENT).unwrap() + 1));
        assert!(matches!(opened(&seal(&large, &lock, false).unwrap(), &key), Err(SealFault::TooLarge)));
    }

    #[test]
    fn lines_of_recipients_are_named_when_they_are_none() {
        let one = x25519::Identity::generate().to_public().to_string();
        assert_eq!(recipients(&format!("# mine\n\n{one}\r\n")).unwrap().len(), 1);
        assert!(matches!(recipients(&format!("{one}\nssh-rsa AAAA\n")), Err(SealFault::Recipient { line: 2 })));
        assert!(matches!(recipients("# none\n"), Err(SealFault::NoRecipients)));
        assert!(identities(&Secret::new(one)).is_err());
    }
}
