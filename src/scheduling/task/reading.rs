//! What Task Scheduler says of a task.

use std::borrow::Cow;

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, Event};
use quick_xml::reader::Reader;

/// What such a file, or `schtasks /Query /XML`, says. That writes UTF-16 to files, and the console's own to pipes.
#[must_use]
pub(crate) fn text(bytes: &[u8]) -> Cow<'_, str> {
    let Some(wide) = bytes.strip_prefix(&[0xff, 0xfe]) else { return String::from_utf8_lossy(bytes) };
    let units: Vec<u16> = wide.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
    String::from_utf16_lossy(&units).replace("\r\n", "\n").into()
}

/// Whether a task does what is wanted of it. Task Scheduler adds elements of its own, and names users as it likes.
#[must_use]
pub(crate) fn carries(found: &str, wanted: &str) -> bool {
    let known = leaves(found);
    leaves(wanted).iter().all(|leaf| leaf.0.ends_with("/UserId") || known.contains(leaf))
}

/// Every text with the way to it.
fn leaves(xml: &str) -> Vec<(String, String)> {
    let (mut reader, mut way, mut leaves) = (Reader::from_str(xml), Vec::new(), Vec::<(String, String)>::new());
    let mut add = |way: &[String], text: &str| {
        let path = way.concat();
        match leaves.last_mut() {
            Some((known, before)) if *known == path => before.push_str(text),
            _ => leaves.push((path, text.to_owned())),
        }
    };
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(tag) => way.push(format!("/{}", tag.local_name().as_ref())),
            Event::End(_) => drop(way.pop()),
            Event::Text(text) => add(&way, &text),
            Event::GeneralRef(entity) => add(&way, &resolved(&entity)),
            Event::Eof => break,
            _ => {}
        }
    }
    leaves.into_iter().map(|(way, text)| (way, text.trim().to_owned())).filter(|leaf| !leaf.1.is_empty()).collect()
}

fn resolved(entity: &BytesRef<'_>) -> String {
    match entity.resolve_char_ref() {
        Ok(Some(c)) => c.to_string(),
        _ => resolve_predefined_entity(entity).unwrap_or_default().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::scheduling::task::{definition, utf16};
    use crate::scheduling::{Job, Scope};

    fn wanted(state_dir: &str) -> String {
        let job = Job {
            program: Path::new("C:\\certdns.exe").display().to_string(),
            config: None,
            state_dir: state_dir.to_owned(),
            writable: Vec::new(),
        };
        definition(&job, Scope::System).unwrap()
    }

    #[test]
    fn a_task_is_known_again_with_what_the_scheduler_added() {
        let wanted = wanted(r"D:\a & b\é");
        let found = wanted
            .replace("<Author>", "<Date>2026-11-25T17:00:00</Date>\n<Author>")
            .replace("S-1-5-18", "SYSTEM")
            .replace("&quot;", "\"");
        assert!(carries(&found, &wanted));
        assert!(!carries(&found.replace("PT1H", "P1D"), &wanted));
        assert!(!carries("", &wanted));
        assert!(!carries("<Task><oops", &wanted));
    }

    #[test]
    fn both_ways_of_writing_it_are_read() {
        let wanted = wanted(r"D:\é");
        assert_eq!(text(&utf16(&wanted)), wanted);
        assert_eq!(text(wanted.as_bytes()), wanted);
    }
}
