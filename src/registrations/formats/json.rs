//! JSON as each language's library writes it, members in the order given; and read so that none is lost.

use std::{fmt, io};

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value;
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter};

use super::Flaw;
use crate::secret::Secret;

/// An object whose members stand in their order.
pub(super) struct Object<T>(pub Vec<(String, T)>);

impl<T: Serialize> Serialize for Object<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in &self.0 {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

pub(super) type Members = Vec<(String, Value)>;

/// Go's `json.Marshal`, .NET's serialisers: no space at all.
pub(super) fn compact(value: &impl Serialize) -> Secret {
    written(value, CompactFormatter)
}

/// Go's `MarshalIndent` with two spaces, PowerShell 7.
pub(super) fn indented(value: &impl Serialize) -> Secret {
    written(value, PrettyFormatter::new())
}

/// Python's `json.dump`: a space behind every comma and colon.
pub(super) fn spaced(value: &impl Serialize) -> Secret {
    written(value, Spaced)
}

fn written(value: &impl Serialize, formatter: impl Formatter) -> Secret {
    let mut octets = zeroize::Zeroizing::new(Vec::new());
    let mut serializer = serde_json::Serializer::with_formatter(&mut *octets, formatter);
    value.serialize(&mut serializer).expect("texts and lists can be written as JSON");
    Secret::new(String::from_utf8_lossy(&octets))
}

/// A document. A name that stands in it twice would be lost without a word, so it is an error.
pub(super) fn parsed(text: &str) -> Result<Value, Flaw> {
    let document: Value = serde_json::from_str(text).map_err(|error| Flaw::json(&error))?;
    if document.is_object() {
        let Names(mut names) = serde_json::from_str(text).map_err(|error| Flaw::json(&error))?;
        names.sort();
        if let Some(pair) = names.windows(2).find(|pair| pair[0] == pair[1]) {
            return Err(Flaw::Repeated { name: pair[0].chars().take(100).collect() });
        }
    }
    Ok(document)
}

/// The names of an object's members, each as often as it stands there.
struct Names(Vec<String>);

impl<'de> Deserialize<'de> for Names {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Names, D::Error> {
        deserializer.deserialize_map(NamesVisitor)
    }
}

struct NamesVisitor;

impl<'de> Visitor<'de> for NamesVisitor {
    type Value = Names;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Names, A::Error> {
        let mut names = Vec::new();
        while let Some((name, IgnoredAny)) = map.next_entry()? {
            names.push(name);
        }
        Ok(Names(names))
    }
}

struct Spaced;

impl Spaced {
    fn comma<W: ?Sized + io::Write>(writer: &mut W, first: bool) -> io::Result<()> {
        if first { Ok(()) } else { writer.write_all(b", ") }
    }
}

impl Formatter for Spaced {
    fn begin_array_value<W: ?Sized + io::Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        Spaced::comma(writer, first)
    }

    fn begin_object_key<W: ?Sized + io::Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        Spaced::comma(writer, first)
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b": ")
    }
}
