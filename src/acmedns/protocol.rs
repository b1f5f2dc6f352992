//! The bodies and headers of the acme-dns protocol.
