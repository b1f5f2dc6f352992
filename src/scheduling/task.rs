//! The task for Task Scheduler (MS-TSCH section 2.5), and how a program is given words on Windows.

mod reading;
mod words;

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::{Job, MARKER, ScheduleFault, Scope};
use words::word;

pub(super) use reading::{carries, text};
pub(super) use words::utf16;

pub(super) const NAME: &str = "certdns-renew";

const DESCRIPTION: &str = "Renews certificates that are due, every hour: certificates may live for 6 days only, and a \
CA may want them renewed at once (ARI). A run with nothing to do asks a CA for next to nothing.";

/// NT AUTHORITY\SYSTEM, in every language.
const SYSTEM: &str = "S-1-5-18";

/// A leaf, or a branch with what is on it.
enum Node {
    Leaf(&'static str, String),
    Branch(&'static str, Vec<(&'static str, &'static str)>, Vec<Node>),
}

/// The definition of the task.
///
/// # Errors
/// Never, as it is written to memory.
pub(super) fn definition(job: &Job, scope: Scope) -> Result<String, ScheduleFault> {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    let declaration = Event::Decl(BytesDecl::new("1.0", Some("UTF-16"), None));
    let written = writer.write_event(declaration).and_then(|()| write(&mut writer, &task(job, scope)));
    written.map_err(|error| ScheduleFault::Text { source: Box::new(error) })?;
    Ok(String::from_utf8_lossy(&writer.into_inner()).into_owned() + "\n")
}

fn task(job: &Job, scope: Scope) -> Node {
    let parts = vec![
        branch(
            "RegistrationInfo",
            vec![
                leaf("Author", "certdns"),
                leaf("Description", &format!("{DESCRIPTION} {MARKER}, which replaces it.")),
            ],
        ),
        branch("Triggers", vec![trigger()]),
        branch("Principals", vec![Node::Branch("Principal", vec![("id", "Author")], principal(scope))]),
        branch("Settings", settings()),
        Node::Branch(
            "Actions",
            vec![("Context", "Author")],
            vec![branch(
                "Exec",
                vec![
                    leaf("Command", &word(&job.program)),
                    leaf("Arguments", &job.arguments().into_iter().map(word).collect::<Vec<_>>().join(" ")),
                ],
            )],
        ),
    ];
    let schema = [("version", "1.2"), ("xmlns", "http://schemas.microsoft.com/windows/2004/02/mit/task")];
    Node::Branch("Task", schema.to_vec(), parts)
}

/// Every hour without end, not when all others do.
fn trigger() -> Node {
    branch(
        "TimeTrigger",
        vec![
            leaf("Enabled", "true"),
            leaf("StartBoundary", "2026-01-01T00:00:00"),
            branch("Repetition", vec![leaf("Interval", "PT1H"), leaf("StopAtDurationEnd", "false")]),
            leaf("RandomDelay", "PT30M"),
        ],
    )
}

/// Nobody's password is kept: SYSTEM has none, and a user's task runs while they are logged on.
fn principal(scope: Scope) -> Vec<Node> {
    match scope {
        Scope::System => vec![leaf("UserId", SYSTEM), leaf("RunLevel", "HighestAvailable")],
        Scope::User => vec![leaf("LogonType", "InteractiveToken"), leaf("RunLevel", "LeastPrivilege")],
    }
}

fn settings() -> Vec<Node> {
    let settings = [
        ("MultipleInstancesPolicy", "IgnoreNew"),
        ("DisallowStartIfOnBatteries", "false"),
        ("StopIfGoingOnBatteries", "false"),
        // What was missed while the machine was off is made up for.
        ("StartWhenAvailable", "true"),
        ("RunOnlyIfNetworkAvailable", "false"),
        ("Enabled", "true"),
        ("ExecutionTimeLimit", "PT2H"),
    ];
    settings.into_iter().map(|(name, text)| leaf(name, text)).collect()
}

fn leaf(name: &'static str, text: &str) -> Node {
    Node::Leaf(name, text.to_owned())
}

fn branch(name: &'static str, nodes: Vec<Node>) -> Node {
    Node::Branch(name, Vec::new(), nodes)
}

fn write(writer: &mut Writer<Vec<u8>>, node: &Node) -> io::Result<()> {
    match node {
        Node::Leaf(name, text) => writer.create_element(*name).write_text_content(BytesText::new(text)).map(drop),
        Node::Branch(name, attributes, nodes) => {
            let element = writer.create_element(*name).with_attributes(attributes.iter().copied());
            element.write_inner_content(|writer| nodes.iter().try_for_each(|node| write(writer, node))).map(drop)
        }
    }
}
