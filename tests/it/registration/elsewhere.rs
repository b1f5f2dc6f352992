//! A registration that another client made: the server knows it, this certdns does not.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::support::Lab;

pub struct Elsewhere {
    pub lab: Lab,
    /// The reply of `/register`.
    pub reply: Value,
    /// Host and port of the acme-dns server.
    pub host: String,
}

impl Elsewhere {
    /// For `example.test`, whose CNAME leads there.
    pub fn new() -> Elsewhere {
        Elsewhere::of("example.test")
    }

    pub fn of(name: &str) -> Elsewhere {
        let lab = Lab::new();
        lab.run(&format!("register {name} --state-dir elsewhere")).succeeded();
        lab.run(&format!("registration export reply.json {name} --format acme-dns-auth --state-dir elsewhere"))
            .succeeded();
        let file: Value = serde_json::from_slice(&fs::read(lab.path().join("reply.json")).unwrap()).unwrap();
        let reply = file[name].clone();
        lab.sandbox
            .host
            .add_record(&format!("_acme-challenge.{name}. CNAME {}.", reply["fulldomain"].as_str().unwrap()))
            .unwrap();
        let host = lab.sandbox.acme_dns.http_url().as_str().split('/').nth(2).unwrap().to_owned();
        Elsewhere { lab, reply, host }
    }

    pub fn server(&self) -> String {
        format!("http://{}", self.host)
    }

    pub fn field(&self, name: &str) -> &str {
        self.reply[name].as_str().unwrap()
    }

    /// The reply with more in it.
    pub fn with(&self, more: &Value) -> Value {
        let mut object = self.reply.clone();
        object.as_object_mut().unwrap().remove("allowfrom");
        object.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        object
    }

    /// lego's file for this name.
    pub fn lego(&self) -> Value {
        json!({ "example.test": self.with(&json!({ "server_url": self.server() })) })
    }

    pub fn write(&self, path: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.lab.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        }
        path
    }

    /// Everything below the state directory: what is where, with what in it.
    pub fn state(&self) -> Vec<(String, Vec<u8>)> {
        let mut all = Vec::new();
        let mut folders = vec![self.lab.state()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).into_iter().flatten() {
                let path = entry.unwrap().path();
                let content = if path.is_dir() { Vec::new() } else { fs::read(&path).unwrap() };
                all.push((path.display().to_string(), content));
                if path.is_dir() {
                    folders.push(path);
                }
            }
        }
        all.sort();
        all
    }
}

/// UTF-16, little end first, with its mark.
pub fn utf_16(text: &str) -> Vec<u8> {
    "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}
