//! The door: everything else is in the library.

fn main() -> std::process::ExitCode {
    std::process::ExitCode::from(certdns::main())
}
