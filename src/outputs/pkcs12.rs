//! PKCS#12 (RFC 7292): key, certificate and issuers in one file under a password.
//!
//! The `p12` crate writes the structure, and the legacy algorithms whole. The modern ones (PBES2 of RFC 8018 with
//! AES-256, HMAC with SHA-256) are those of aws-lc-rs, put into the places that the structure has for them.

use std::num::NonZeroU32;

use aws_lc_rs::cipher::{AES_256, DecryptionContext, PaddedBlockEncryptingKey, UnboundCipherKey};
use aws_lc_rs::digest::{SHA1_FOR_LEGACY_USE_ONLY, SHA256, digest};
use aws_lc_rs::{hmac, pbkdf2, rand};
use p12::{
    AlgorithmIdentifier, CertBag, ContentInfo, DigestInfo, EncryptedContentInfo, EncryptedData,
    EncryptedPrivateKeyInfo, MacData, OtherAlgorithmIdentifier, PFX, PKCS12Attribute, SafeBag, SafeBagKind,
};
use yasna::models::ObjectIdentifier;
use yasna::{DERWriter, construct_der};
use zeroize::Zeroizing;

use super::{Algorithms, Material};
use crate::certificate::PrivateKey;
use crate::secret::Secret;

/// As OpenSSL 3 and Windows do it; the password of a file on disk is guessed offline.
const ITERATIONS: NonZeroU32 = NonZeroU32::new(10_000).unwrap();

/// The parameters of algorithms that have none, DER.
const NULL: &[u8] = &[5, 0];
const PBES2: &[u64] = &[1, 2, 840, 113_549, 1, 5, 13];
const PBKDF2: &[u64] = &[1, 2, 840, 113_549, 1, 5, 12];
const HMAC_SHA256: &[u64] = &[1, 2, 840, 113_549, 2, 9];
const AES256_CBC: &[u64] = &[2, 16, 840, 1, 101, 3, 4, 1, 42];
const SHA_256: &[u64] = &[2, 16, 840, 1, 101, 3, 4, 2, 1];

/// The whole file, DER; `None` when the crypto library fails.
pub(super) fn pfx(
    material: &Material<'_>,
    key: &PrivateKey,
    password: &Secret,
    algorithms: Algorithms,
) -> Option<Vec<u8>> {
    let pfx = match algorithms {
        Algorithms::Legacy => legacy(material, key, password.expose()),
        Algorithms::Modern => modern(material, key, password.expose()),
    };
    pfx.map(|pfx| pfx.to_der())
}

/// 3DES for the key, RC2 for the certificates (which are public), HMAC with SHA-1: what every old reader knows.
fn legacy(material: &Material<'_>, key: &PrivateKey, password: &str) -> Option<PFX> {
    let certificates: Vec<&[u8]> = material.chain.der().iter().map(Vec::as_slice).collect();
    let (leaf, issuers) = certificates.split_first()?;
    PFX::new_with_cas(leaf, &key.to_der(), issuers, password, material.name)
}

fn modern(material: &Material<'_>, key: &PrivateKey, password: &str) -> Option<PFX> {
    let certificates = sequence(&certificate_bags(material), SafeBag::write);
    let (encryption_algorithm, encrypted_data) = encrypt(&key.to_der(), password)?;
    let key = EncryptedPrivateKeyInfo { encryption_algorithm, encrypted_data };
    let key = SafeBag { bag: SafeBagKind::Pkcs8ShroudedKeyBag(key), attributes: attributes(material) };
    let (content_encryption_algorithm, encrypted_content) = encrypt(&certificates, password)?;
    let encrypted_content_info = EncryptedContentInfo { content_encryption_algorithm, encrypted_content };
    let parts = [
        ContentInfo::EncryptedData(EncryptedData { encrypted_content_info }),
        ContentInfo::Data(sequence(&[key], SafeBag::write)),
    ];
    let safe = sequence(&parts, ContentInfo::write);
    let mac_data = Some(mac(&safe, password)?);
    Some(PFX { version: 3, auth_safe: ContentInfo::Data(safe), mac_data })
}

/// The leaf has its name and belongs to the key; the issuers have neither.
fn certificate_bags(material: &Material<'_>) -> Vec<SafeBag> {
    let bag = |(number, der): (usize, &Vec<u8>)| SafeBag {
        bag: SafeBagKind::CertBag(CertBag::X509(der.clone())),
        attributes: if number == 0 { attributes(material) } else { Vec::new() },
    };
    material.chain.der().iter().enumerate().map(bag).collect()
}

fn attributes(material: &Material<'_>) -> Vec<PKCS12Attribute> {
    let id = digest(&SHA1_FOR_LEGACY_USE_ONLY, &material.chain.der()[0]);
    vec![PKCS12Attribute::FriendlyName(material.name.to_owned()), PKCS12Attribute::LocalKeyId(id.as_ref().to_vec())]
}

fn sequence<T>(items: &[T], write: impl Fn(&T, DERWriter<'_>)) -> Vec<u8> {
    construct_der(|writer| {
        writer.write_sequence_of(|writer| items.iter().for_each(|item| write(item, writer.next())));
    })
}

/// PBES2 (RFC 8018 section 6.2): a key from the password by PBKDF2, then AES-256 in CBC mode.
fn encrypt(plain: &[u8], password: &str) -> Option<(AlgorithmIdentifier, Vec<u8>)> {
    let (salt, mut key) = (random::<16>()?, Zeroizing::new([0; 32]));
    pbkdf2::derive(pbkdf2::PBKDF2_HMAC_SHA256, ITERATIONS, &salt, password.as_bytes(), key.as_mut());
    let key = PaddedBlockEncryptingKey::cbc_pkcs7(UnboundCipherKey::new(&AES_256, key.as_ref()).ok()?).ok()?;
    let mut content = plain.to_vec();
    let context: DecryptionContext = key.encrypt(&mut content).ok()?;
    let iv: &[u8] = (&context).try_into().ok()?;
    let params = construct_der(|writer| pbes2_parameters(writer, &salt, iv));
    Some((algorithm(PBES2, Some(params)), content))
}

fn pbes2_parameters(writer: DERWriter<'_>, salt: &[u8], iv: &[u8]) {
    writer.write_sequence(|writer| {
        writer.next().write_sequence(|writer| {
            writer.next().write_oid(&oid(PBKDF2));
            writer.next().write_sequence(|writer| {
                writer.next().write_bytes(salt);
                writer.next().write_u32(ITERATIONS.get());
                algorithm(HMAC_SHA256, Some(NULL.to_vec())).write(writer.next());
            });
        });
        writer.next().write_sequence(|writer| {
            writer.next().write_oid(&oid(AES256_CBC));
            writer.next().write_bytes(iv);
        });
    });
}

/// HMAC over everything (RFC 7292 section 5.1).
fn mac(content: &[u8], password: &str) -> Option<MacData> {
    let salt = random::<16>()?;
    let key = hmac::Key::new(hmac::HMAC_SHA256, mac_key(password, &salt).as_ref());
    let digest = hmac::sign(&key, content).as_ref().to_vec();
    let mac = DigestInfo { digest_algorithm: algorithm(SHA_256, Some(NULL.to_vec())), digest };
    Some(MacData { mac, salt: salt.to_vec(), iterations: ITERATIONS.get() })
}

/// RFC 7292 appendix B.2, for a key as long as the hash: one block of it.
fn mac_key(password: &str, salt: &[u8]) -> Zeroizing<Vec<u8>> {
    const BLOCK: usize = 64;
    const MAC_KEY: u8 = 3;
    let password: Zeroizing<Vec<u8>> =
        Zeroizing::new(password.encode_utf16().chain([0]).flat_map(u16::to_be_bytes).collect());
    let filled = |octets: &[u8]| {
        let length = octets.len().next_multiple_of(BLOCK);
        Zeroizing::new(octets.iter().copied().cycle().take(length).collect::<Vec<u8>>())
    };
    let (salt, password) = (filled(salt), filled(&password));
    let mut block = Zeroizing::new([&[MAC_KEY; BLOCK], salt.as_slice(), password.as_slice()].concat());
    for _ in 0..ITERATIONS.get() {
        block = Zeroizing::new(digest(&SHA256, &block).as_ref().to_vec());
    }
    block
}

fn algorithm(numbers: &[u64], params: Option<Vec<u8>>) -> AlgorithmIdentifier {
    AlgorithmIdentifier::OtherAlg(OtherAlgorithmIdentifier { algorithm_type: oid(numbers), params })
}

fn oid(numbers: &[u64]) -> ObjectIdentifier {
    ObjectIdentifier::from_slice(numbers)
}

fn random<const N: usize>() -> Option<[u8; N]> {
    let mut octets = [0; N];
    rand::fill(&mut octets).ok().map(|()| octets)
}
