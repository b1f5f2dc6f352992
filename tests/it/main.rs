//! The one test binary: every file is a command, as a person would use it.
