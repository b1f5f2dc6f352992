use super::*;

fn store() -> (tempfile::TempDir, Store) {
    let directory = tempfile::tempdir().unwrap();
    let store = Store::open(directory.path().to_owned());
    (directory, store)
}

fn run(name: &str, began: &str) -> Run {
    Run::new(name.to_owned(), name.to_owned(), began.parse().unwrap())
}

fn ended(run: &Run, exit_code: u8) -> Ran {
    let ended = Ended { took_ms: 5, exit_code, kind: None, renewed: 0, failed: 0 };
    Ran { run: run.clone(), ended: Some(ended), log: false }
}

fn begins(run: &Run) -> Vec<u8> {
    let (ts, id) = (run.began, run.id.clone());
    let text = String::new();
    let line = Line {
        ts,
        run: id,
        level: Level::Info,
        event: "begins".into(),
        lineage: None,
        text,
        begins: Some(run.clone()),
        ends: None,
    };
    json_line(&line)
}

#[test]
fn runs_are_listed_with_the_latest_first_and_one_that_was_cut_off_among_them() {
    let (_directory, store) = store();
    let first = run("renew", "2026-10-31T23:59:59Z");
    let cut_off = run("issue", "2026-11-01T00:00:01Z");
    let last = run("renew", "2026-11-02T00:00:00Z");
    store.note_run(&ended(&first, 1)).unwrap();
    store.run_log(&cut_off).append(&[begins(&cut_off), b"{\"ts\":".to_vec()].concat()).unwrap();
    store.note_run(&ended(&last, 0)).unwrap();
    let unfinished = Ran { run: cut_off.clone(), ended: None, log: true };
    assert_eq!(store.runs().unwrap(), [ended(&last, 0), unfinished.clone(), ended(&first, 1)]);
    assert_eq!(store.last_run("renew").unwrap(), Some(ended(&last, 0)));
    assert_eq!(store.last_run("issue").unwrap(), None);
    assert_eq!(store.find_run("20261101").unwrap(), Shortened::One(Box::new(unfinished)));
    assert_eq!(store.find_run("202611").unwrap(), Shortened::Several(2));
    assert_eq!(store.find_run("2025").unwrap(), Shortened::None);
    assert_eq!(store.told_in(&cut_off.id).unwrap().len(), 1);
}

#[test]
fn an_index_is_written_by_many_at_once() {
    let (_directory, store) = store();
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                (0..25).for_each(|_| store.note_run(&ended(&run("renew", "2026-11-02T00:00:00Z"), 0)).unwrap());
            });
        }
    });
    assert_eq!(store.runs().unwrap().len(), 200);
}

#[test]
fn rotation_removes_files_and_nothing_else() {
    let (_directory, store) = store();
    let (old, new) = (run("renew", "2026-01-01T00:00:00Z"), run("renew", "2026-11-24T00:00:00Z"));
    for one in [&old, &new] {
        store.run_log(one).append(&begins(one)).unwrap();
        store.note_run(&ended(one, 0)).unwrap();
    }
    store.rotate_logs(SignedDuration::from_hours(24 * 90), 1 << 20, "2026-11-25T00:00:00Z".parse().unwrap()).unwrap();
    let left: Vec<String> = store.runs().unwrap().into_iter().map(|ran| ran.run.id).collect();
    assert_eq!(left, [new.id]);
}

#[test]
fn a_log_that_is_being_written_is_not_removed() {
    let (_directory, store) = store();
    let old = run("renew", "2026-01-01T00:00:00Z");
    let mut log = store.run_log(&old);
    log.append(&begins(&old)).unwrap();
    let rotate = || {
        store.rotate_logs(SignedDuration::from_hours(24), 1 << 20, Timestamp::now()).unwrap();
        store.runs().unwrap().len()
    };
    assert_eq!(rotate(), 1);
    drop(log);
    if cfg!(unix) {
        assert_eq!(rotate(), 0);
    }
}

#[cfg(unix)]
#[test]
fn a_link_in_the_place_of_a_log_is_not_followed() {
    let (directory, store) = store();
    let (begun, elsewhere) = (run("renew", "2026-01-01T00:00:00Z"), directory.path().join("elsewhere"));
    std::fs::create_dir(directory.path().join("logs")).unwrap();
    std::os::unix::fs::symlink(&elsewhere, store.log_file(&begun.id)).unwrap();
    assert!(store.run_log(&begun).append(&begins(&begun)).is_err());
    assert!(!elsewhere.exists());
}
