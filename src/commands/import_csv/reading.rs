//! From the bytes of a CSV file to its records. Pure.

use csv::{ReaderBuilder, StringRecord, Trim};

use super::fault::CsvFault;

/// A line of the file, or several where a field has line breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Record {
    pub line: usize,
    pub fields: Vec<String>,
}

/// The text of a file: UTF-8, or UTF-16 with a byte order mark, as spreadsheets save it.
pub(super) fn text(bytes: &[u8]) -> Result<String, CsvFault> {
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => {
            let text = std::str::from_utf8(bytes).map_err(|_| CsvFault::Encoding)?;
            Ok(text.trim_start_matches('\u{feff}').to_owned())
        }
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, CsvFault> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
    String::from_utf16(&units).ok().filter(|_| rest.is_empty()).ok_or(CsvFault::Encoding)
}

/// All records but those without a word in them.
pub(super) fn records(text: &str) -> Result<Vec<Record>, CsvFault> {
    let delimiter = delimiter(text);
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .comment(Some(b'#'))
        .delimiter(delimiter)
        .trim(Trim::All)
        .from_reader(text.as_bytes());
    let mut records = Vec::new();
    let mut record = StringRecord::new();
    while reader.read_record(&mut record)? {
        let line = record.position().map_or(1, |place| line_of(text, place.byte()));
        let fields = rejoined(record.iter().map(str::to_owned).collect(), char::from(delimiter));
        if fields.iter().any(|field| !field.is_empty()) && !fields[0].starts_with('#') {
            records.push(Record { line, fields });
        }
    }
    Ok(records)
}

/// The line of a record, given where its reading began: comments and empty lines may come first.
fn line_of(text: &str, begun: u64) -> usize {
    let begun = usize::try_from(begun).unwrap_or_default();
    let is_passed_over = |line: &&str| line.trim().is_empty() || line.starts_with('#');
    let passed_over: usize = text[begun..].split_inclusive('\n').take_while(is_passed_over).map(str::len).sum();
    1 + text[..begun + passed_over].matches('\n').count()
}

/// What parts the fields: tabs, commas or semicolons, as the first line that says something has them outside quotes.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('#'));
    let bare: String = first.unwrap_or_default().split('"').step_by(2).collect();
    [b'\t', b','].into_iter().find(|delimiter| bare.contains(char::from(*delimiter))).unwrap_or(b';')
}

/// Text between braces is one field, commas and all, as Certify reads it.
fn rejoined(fields: Vec<String>, delimiter: char) -> Vec<String> {
    let is_open = |field: &String| field.matches('{').count() > field.matches('}').count();
    let mut whole: Vec<String> = Vec::new();
    for field in fields {
        match whole.last_mut().filter(|last| is_open(last)) {
            Some(last) => last.extend([delimiter.to_string(), field]),
            None => whole.push(field),
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<String> {
        let told = |record: Record| format!("{} {}", record.line, record.fields.join("|"));
        records(text).unwrap().into_iter().map(told).collect()
    }

    #[test]
    fn lines_are_counted_as_in_the_file() {
        assert_eq!(told("1,a\n2,b"), ["1 1|a", "2 2|b"]);
        assert_eq!(told("\r\n# none\r\n1,a\r\n\r\n,,\r\n2,b\r\n"), ["3 1|a", "6 2|b"]);
        assert_eq!(told("1,\"a\nb\"\n2,c\n"), ["1 1|a\nb", "3 2|c"]);
        assert_eq!(told("1,a\n\"2\",\"x\ny\""), ["1 1|a", "2 2|x\ny"]);
    }

    #[test]
    fn fields_are_parted_as_the_first_line_has_it() {
        assert_eq!(told("1;Shop;a.test;b.test"), ["1 1|Shop|a.test|b.test"]);
        assert_eq!(told("0, Test, a.test;b.test"), ["1 0|Test|a.test;b.test"]);
        assert_eq!(told("0\tTest, too\ta.test;b.test"), ["1 0|Test, too|a.test;b.test"]);
        assert_eq!(told("1;\"Shop, new\";a.test"), ["1 1|Shop, new|a.test"]);
    }

    #[test]
    fn text_between_braces_is_one_field() {
        assert_eq!(told(r#"1,{"a":"x", "b":2},c"#), [r#"1 1|{"a":"x",b":2}|c"#.replace("b\":2", "\"b\":2")]);
    }

    #[test]
    fn spreadsheets_save_in_more_than_one_encoding() {
        let utf16 = |bytes: fn(u16) -> [u8; 2], mark: [u8; 2]| {
            let units = "1,bücher.test".encode_utf16().flat_map(bytes);
            text(&mark.into_iter().chain(units).collect::<Vec<u8>>()).unwrap()
        };
        assert_eq!(utf16(u16::to_le_bytes, [0xff, 0xfe]), "1,bücher.test");
        assert_eq!(utf16(u16::to_be_bytes, [0xfe, 0xff]), "1,bücher.test");
        assert_eq!(text("\u{feff}1,bücher.test".as_bytes()).unwrap(), "1,bücher.test");
        assert!(text(b"1,b\xfccher.test").is_err());
        assert!(text(&[0xff, 0xfe, 0x31]).is_err());
    }
}
