//! Tables: columns parted by two spaces, no lines.

use tabled::builder::Builder;
use tabled::settings::{Padding, Style};

/// Lays out rows under a head; every line is indented by two spaces, without trailing ones.
#[must_use]
pub fn table<const N: usize>(head: [&str; N], rows: impl IntoIterator<Item = [String; N]>) -> String {
    let mut builder = Builder::default();
    builder.push_record(head);
    for row in rows {
        builder.push_record(row);
    }
    let mut table = builder.build();
    table.with(Style::empty()).with(Padding::new(0, 2, 0, 0));
    table.to_string().lines().map(|line| format!("  {}\n", line.trim_end())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_as_wide_as_their_widest_cell() {
        let rows = [["a".to_owned(), "bb".to_owned()], ["cccc".to_owned(), "d".to_owned()]];
        assert_eq!(table(["x", "y"], rows), "  x     y\n  a     bb\n  cccc  d\n");
    }
}
