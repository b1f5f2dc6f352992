//! When a person, or the system, has had enough.

/// Returns on Ctrl-C; on Unix also on the SIGTERM of service managers and the SIGHUP of a closed terminal, each unless
/// it is ignored already (`nohup`); on Windows also when the console closes.
#[cfg(unix)]
pub(crate) async fn heard() {
    use tokio::signal::unix::SignalKind;
    let kinds = [SignalKind::interrupt(), SignalKind::terminate(), SignalKind::hangup()];
    let ignored = ignored();
    let waited_for = kinds.into_iter().filter(|kind| ignored >> (kind.as_raw_value() - 1) & 1 == 0);
    let waiting: Vec<_> = waited_for.map(|kind| Box::pin(one(kind))).collect();
    match waiting.is_empty() {
        true => std::future::pending().await,
        false => drop(futures_util::future::select_all(waiting).await),
    }
}

#[cfg(unix)]
async fn one(kind: tokio::signal::unix::SignalKind) {
    match tokio::signal::unix::signal(kind) {
        Ok(mut signal) => drop(signal.recv().await),
        Err(_) => std::future::pending().await,
    }
}

/// The signals that whoever started us wants ignored, as a mask. Known on Linux; elsewhere none.
#[cfg(unix)]
fn ignored() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or(0)
}

#[cfg(windows)]
pub(crate) async fn heard() {
    use tokio::signal::windows::{ctrl_close, ctrl_shutdown};
    let (Ok(mut close), Ok(mut shutdown)) = (ctrl_close(), ctrl_shutdown()) else {
        return std::future::pending().await;
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = close.recv() => {}
        _ = shutdown.recv() => {}
    }
}
