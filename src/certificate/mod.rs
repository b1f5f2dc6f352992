//! Certificates, chains, private keys and CSRs.
