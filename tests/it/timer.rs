//! `certdns timer`, as a person would use it: what each scheduler is given.

mod cron;
mod desk;
mod launchd;
mod systemd;
mod task_scheduler;

use snapbox::str;

use crate::support::{Lab, same};
use desk::Desk;

/// A state directory with all that has a meaning somewhere.
const STRANGE: &str = "/srv/my state/100%/\"x\" $HOME's é";

#[test]
fn systemd_is_given_a_service_behind_walls_and_a_timer() {
    let shown = Desk::new().run(&["timer", "show", "--for", "systemd", "--system", "--state-dir", STRANGE]);
    same(
        &shown.transcript(),
        str![[r#"
0
--- stdout
systemd, for the whole system: not installed; `certdns timer install --system --for systemd` writes this

/etc/systemd/system/certdns-renew.service

# Written by `certdns timer install`, which replaces it. Changes of your own: `systemctl edit certdns-renew.service`

[Unit]
Description=Renew certificates that are due (certdns)
Wants=network-online.target
After=network-online.target
RequiresMountsFor="/srv/my state/100%%//"x/" $HOME's é"

[Service]
Type=oneshot
ExecStart="[DIR]/bin/certdns" --quiet --state-dir "/srv/my state/100%%//"x/" $$HOME's é" renew --jitter 0
# A run that hangs is ended; the next one carries on from there.
TimeoutStartSec=2h

# Walls. Deploy commands run inside them, too: reloading a service, sending a signal, chown, and writing to the
# directories below work. Copies that are wanted elsewhere later (`--install`) need `certdns timer install` again.
# For anything else, let it in with `systemctl edit certdns-renew.service`:
#     [Service]
#     ReadWritePaths=/var/log/nginx
# or have the deploy command run outside: `systemd-run --wait --pipe --collect COMMAND`.
ProtectSystem=strict
ReadWritePaths="-/srv/my state/100%%//"x/" $HOME's é"
# Not of its own: files of certdns are in there.
PrivateTmp=no
ProtectHome=read-only
NoNewPrivileges=yes
ProtectKernelTunables=yes
ProtectControlGroups=yes
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX AF_NETLINK
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
LockPersonality=yes
SystemCallArchitectures=native
# `no` for deploy commands that compile as they run: Java, Node.js, PowerShell, PHP with JIT.
MemoryDenyWriteExecute=yes
PrivateDevices=yes
ProtectClock=yes
ProtectHostname=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
SystemCallFilter=@system-service
SystemCallErrorNumber=EPERM
# What is left of root, for deploy commands: files of others, chown, signals, `runuser`, `nginx -t`.
CapabilityBoundingSet=CAP_CHOWN CAP_DAC_OVERRIDE CAP_FOWNER CAP_FSETID
CapabilityBoundingSet=CAP_KILL CAP_SETGID CAP_SETUID CAP_NET_BIND_SERVICE

/etc/systemd/system/certdns-renew.timer

# Written by `certdns timer install`, which replaces it. Changes of your own: `systemctl edit certdns-renew.timer`

[Unit]
Description=Every hour: renew certificates that are due (certdns)

[Timer]
# Every hour: certificates may live for 6 days only, and a CA may want them renewed at once (ARI). A run with nothing to
# do asks a CA for next to nothing.
OnCalendar=hourly
# Not when all others do, but always at the same minute.
RandomizedDelaySec=1h
FixedRandomDelay=yes
AccuracySec=1min
# What was missed while the machine was off is made up for.
Persistent=true

[Install]
WantedBy=timers.target
--- stderr

"#]],
    );
}

#[test]
fn a_user_is_given_what_works_without_root() {
    let shown = Desk::new().run(&["timer", "show", "--for", "systemd", "--user", "--state-dir", "/srv/certdns"]);
    same(
        &shown.transcript(),
        str![[r#"
0
--- stdout
systemd, for this user: not installed; `certdns timer install --user --for systemd` writes this

[DIR]/home/.config/systemd/user/certdns-renew.service

# Written by `certdns timer install`, which replaces it. Changes of your own: `systemctl --user edit certdns-renew.service`

[Unit]
Description=Renew certificates that are due (certdns)

[Service]
Type=oneshot
ExecStart="[DIR]/bin/certdns" --quiet --state-dir /srv/certdns renew --jitter 0
# A run that hangs is ended; the next one carries on from there.
TimeoutStartSec=2h

# Walls. Deploy commands run inside them, too: `systemctl --user reload`, sending a signal, and writing to the
# directories below work; `sudo` does not. Copies that are wanted elsewhere later (`--install`) need
# `certdns timer install` again. For anything else, let it in with `systemctl --user edit certdns-renew.service`:
#     [Service]
#     ReadWritePaths=%h/.cache/server
# or have the deploy command run outside: `systemd-run --user --wait --pipe --collect COMMAND`.
# What needs user namespaces is passed over by systemd where the kernel does not let users have them.
ProtectSystem=strict
ReadWritePaths="-/srv/certdns"
# Not of its own: files of certdns are in there.
PrivateTmp=no
ProtectHome=read-only
NoNewPrivileges=yes
ProtectKernelTunables=yes
ProtectControlGroups=yes
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX AF_NETLINK
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
LockPersonality=yes
SystemCallArchitectures=native
# `no` for deploy commands that compile as they run: Java, Node.js, PowerShell, PHP with JIT.
MemoryDenyWriteExecute=yes

[DIR]/home/.config/systemd/user/certdns-renew.timer

# Written by `certdns timer install`, which replaces it. Changes of your own: `systemctl --user edit certdns-renew.timer`

[Unit]
Description=Every hour: renew certificates that are due (certdns)

[Timer]
# Every hour: certificates may live for 6 days only, and a CA may want them renewed at once (ARI). A run with nothing to
# do asks a CA for next to nothing.
OnCalendar=hourly
# Not when all others do, but always at the same minute.
RandomizedDelaySec=1h
FixedRandomDelay=yes
AccuracySec=1min
# What was missed while the machine was off is made up for.
Persistent=true

[Install]
WantedBy=timers.target
--- stderr

"#]],
    );
}

#[test]
fn the_usual_state_directory_is_made_by_systemd() {
    let shown = Desk::new().run(&["timer", "show", "--for", "systemd", "--system", "--state-dir", "/var/lib/certdns"]);
    assert!(shown.stdout.contains("\nProtectSystem=strict\nStateDirectory=certdns\nStateDirectoryMode=0700\n"));
    assert!(!shown.stdout.contains("\nReadWritePaths="));
}

/// Snapshots make backslashes slashes.
#[test]
fn what_has_a_meaning_to_systemd_is_kept_from_it() {
    let shown = Desk::new().run(&["timer", "show", "--for", "systemd", "--system", "--state-dir", STRANGE]);
    let start = r#"/bin/certdns" --quiet --state-dir "/srv/my state/100%%/\"x\" $$HOME's é" renew --jitter 0"#;
    let writable = r#"ReadWritePaths="-/srv/my state/100%%/\"x\" $HOME's é""#;
    for words in [start, writable] {
        assert!(shown.stdout.lines().any(|line| line.ends_with(words)), "{words}");
    }
}

#[test]
fn below_another_root_paths_are_those_of_then() {
    let desk = Desk::new();
    let root = desk.path().to_str().unwrap();
    let shown = desk.run(&["timer", "show", "--for", "systemd", "--root", root]);
    let start = "ExecStart=\"/bin/certdns\" --quiet --state-dir /var/lib/certdns renew --jitter 0";
    assert!(shown.stdout.lines().any(|line| line == start), "{}", shown.transcript());
}

/// The minute is drawn.
fn without_minute(text: &str) -> String {
    let text = regex::Regex::new(r"(?m)^[0-9]+ \* \* \* \* ").unwrap().replace(text, "MINUTE * * * * ").into_owned();
    regex::Regex::new(r"<integer>[0-9]+<").unwrap().replace(&text, "<integer>MINUTE<").into_owned()
}

#[test]
fn cron_is_given_a_file() {
    let shown =
        Desk::new().run(&["timer", "show", "--for", "cron", "--system", "--root", "/r", "--state-dir", STRANGE]);
    same(
        &without_minute(&shown.transcript()),
        str![[r#"
0
--- stdout
cron, for the whole system: not installed; `certdns timer install --system --for cron --root /r` writes this

/r/etc/cron.d/certdns

# Written by `certdns timer install`, which replaces it.
# Every hour: certificates may live for 6 days only, and a CA may want them renewed at once (ARI). A run with nothing to
# do asks a CA for next to nothing. The minute was drawn once, so that not all machines ask at the same one.
SHELL=/bin/sh
MINUTE * * * * root PATH="$PATH:/usr/local/sbin:/usr/local/bin:/usr/sbin:/sbin" [DIR]/bin/certdns --quiet --state-dir '/srv/my state/100'/%'/"x" $HOME'"'s é" renew --jitter 0
--- stderr

"#]],
    );
}

#[test]
fn launchd_is_given_a_property_list() {
    let shown = Desk::new().run(&["timer", "show", "--for", "launchd", "--system", "--state-dir", STRANGE]);
    same(
        &without_minute(&shown.transcript()),
        str![[r#"
0
--- stdout
launchd, for the whole system: not installed; `certdns timer install --system --for launchd` writes this

/Library/LaunchDaemons/org.certdns.renew.plist

<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<!-- Written by `certdns timer install`, which replaces it.
     Every hour: certificates may live for 6 days only, and a CA may want them renewed at once (ARI). A run with nothing to do asks a CA for next to nothing. The minute was drawn once, so that not all machines ask at the same one. What was missed while the machine slept is made up for. -->
<plist version="1.0">
<dict>
	<key>Label</key>
	<string>org.certdns.renew</string>
	<key>ProgramArguments</key>
	<array>
		<string>[DIR]/bin/certdns</string>
		<string>--quiet</string>
		<string>--state-dir</string>
		<string>/srv/my state/100%/&quot;x&quot; $HOME&apos;s é</string>
		<string>renew</string>
		<string>--jitter</string>
		<string>0</string>
	</array>
	<key>StartCalendarInterval</key>
	<dict>
		<key>Minute</key>
		<integer>MINUTE</integer>
	</dict>
	<key>RunAtLoad</key>
	<false/>
	<key>ProcessType</key>
	<string>Background</string>
	<key>EnvironmentVariables</key>
	<dict>
		<key>PATH</key>
		<string>/opt/homebrew/bin:/opt/homebrew/sbin:/usr/local/bin:/usr/local/sbin:/usr/bin:/bin:/usr/sbin:/sbin</string>
	</dict>
	<key>StandardOutPath</key>
	<string>/Library/Logs/certdns.log</string>
	<key>StandardErrorPath</key>
	<string>/Library/Logs/certdns.log</string>
</dict>
</plist>
--- stderr

"#]],
    );
}

#[test]
fn task_scheduler_is_given_a_task() {
    let shown = Desk::new().run(&["timer", "show", "--for", "task-scheduler", "--system", "--state-dir", STRANGE]);
    same(
        &shown.transcript(),
        str![[r#"
0
--- stdout
Task Scheduler, for the whole system: not installed; `certdns timer install --system --for task-scheduler` writes this

the task certdns-renew

<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Author>certdns</Author>
    <Description>Renews certificates that are due, every hour: certificates may live for 6 days only, and a CA may want them renewed at once (ARI). A run with nothing to do asks a CA for next to nothing. Written by `certdns timer install`, which replaces it.</Description>
  </RegistrationInfo>
  <Triggers>
    <TimeTrigger>
      <Enabled>true</Enabled>
      <StartBoundary>[TIME]</StartBoundary>
      <Repetition>
        <Interval>PT1H</Interval>
        <StopAtDurationEnd>false</StopAtDurationEnd>
      </Repetition>
      <RandomDelay>PT30M</RandomDelay>
    </TimeTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author">
      <UserId>S-1-5-18</UserId>
      <RunLevel>HighestAvailable</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <RunOnlyIfNetworkAvailable>false</RunOnlyIfNetworkAvailable>
    <Enabled>true</Enabled>
    <ExecutionTimeLimit>PT2H</ExecutionTimeLimit>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>[DIR]/bin/certdns</Command>
      <Arguments>--quiet --state-dir &quot;/srv/my state/100%//&quot;x/&quot; $HOME&apos;s é&quot; renew --jitter 0</Arguments>
    </Exec>
  </Actions>
</Task>
--- stderr

"#]],
    );
}

#[test]
fn the_directories_that_copies_go_to_may_be_written() {
    let lab = Lab::new().delegated("example.test");
    let nginx = lab.path().join("nginx 100%");
    std::fs::create_dir(&nginx).unwrap();
    let copy = format!("fullchain={}", nginx.join("full.pem").display());
    let own = format!("privkey={}", nginx.join("key.pem").display());
    let issue = ["issue", "-d", "example.test", "--agree-tos", "--install", &copy, "--install", &own];
    lab.run_words(&issue).succeeded();
    let shown = lab.run("timer show --for systemd --system").succeeded();
    let writable: Vec<&str> = shown.stdout.lines().filter(|line| line.starts_with("ReadWritePaths=")).collect();
    same(
        &(writable.join("\n") + "\n"),
        str![[r#"
ReadWritePaths="-[DIR]/state"
ReadWritePaths="-[DIR]/nginx 100%%"

"#]],
    );
    // A `/tmp` of its own would not have them.
    assert!(shown.stdout.contains("\nPrivateTmp=no\n"));
}

#[test]
fn the_configuration_file_of_now_is_that_of_the_timer() {
    let desk = Desk::new();
    std::fs::write(desk.path().join("my.toml"), "quiet = false\n").unwrap();
    let shown = desk.run(&["--config", "my.toml", "timer", "show", "--for", "systemd", "--user"]).succeeded();
    let started: Vec<&str> = shown.stdout.lines().filter(|line| line.starts_with("ExecStart=")).collect();
    same(
        &(started.join("\n") + "\n"),
        str![[r#"
ExecStart="[DIR]/bin/certdns" --quiet --config [DIR]/my.toml --state-dir /var/lib/certdns renew --jitter 0

"#]],
    );
}

#[test]
fn without_a_scheduler_it_is_told_what_could_be_done() {
    let empty = Desk::new();
    std::fs::create_dir(empty.path().join("empty")).unwrap();
    same(
        &empty.run(&["timer", "install", "--root", "empty"]).transcript(),
        str![[r#"
2
--- stdout
--- stderr
error: could not install the timer
  cause: no scheduler that certdns knows is on this system
   hint: install cron, or have another scheduler run the same command every hour; it is in
         certdns timer show --for cron

"#]],
    );
}

#[test]
fn a_scheduler_of_another_system_is_not_installed_for() {
    let desk = Desk::without(&["launchctl"]);
    same(
        &desk.run(&["timer", "install", "--for", "launchd", "--user"]).transcript(),
        str![[r#"
2
--- stdout
--- stderr
error: could not install the timer
  cause: launchd is not on this system: there is no program launchctl
   hint: files for another machine can be seen, or written below `--root`
         certdns timer show --for launchd

"#]],
    );
    assert!(!desk.home().join("Library").exists());
}

#[test]
fn a_path_that_is_no_text_is_refused() {
    let desk = Desk::new();
    let run = desk.run(&["timer", "install", "--for", "systemd", "--user", "--state-dir", "/srv/two\nlines"]);
    same(
        &run.transcript(),
        str![[r#"
2
--- stdout
--- stderr
error: could not install the timer
  cause: the path "/srv/two/nlines" cannot be written into a timer
   hint: use paths that are UTF-8 and without line breaks

"#]],
    );
}
