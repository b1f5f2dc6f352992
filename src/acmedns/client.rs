//! Speaks to one acme-dns server.
