//! Registrations and the two values of each.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use aws_lc_rs::{constant_time, digest};
use ipnet::IpNet;
use rand::RngExt;
use uuid::Uuid;

use crate::secret::Secret;

const PASSWORD_LENGTH: usize = 40;
const PASSWORD_LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// All registrations, in memory. Clones share them.
#[derive(Clone, Default)]
pub struct Records(Arc<Mutex<HashMap<String, Row>>>);

struct Row {
    username: Uuid,
    /// SHA-256: the password is random and long, so nothing slower is needed.
    password: Vec<u8>,
    networks: Vec<IpNet>,
    slots: [Slot; 2],
}

/// One of the two values of a registration.
#[derive(Clone, Default)]
struct Slot {
    value: Option<String>,
    /// When it was put there, in whole seconds, as acme-dns counts.
    at: u64,
    /// What shows until `visible`.
    before: Option<String>,
    visible: Option<Instant>,
}

/// What `/register` gives away, once.
pub(super) struct Credentials {
    pub username: Uuid,
    pub password: Secret,
    pub subdomain: Uuid,
}

impl Records {
    /// Makes a registration that takes updates from these networks only; from anywhere when there are none.
    pub(super) fn register(&self, networks: Vec<IpNet>) -> Credentials {
        let mut rng = rand::rng();
        let letter = |_| char::from(PASSWORD_LETTERS[rng.random_range(0..PASSWORD_LETTERS.len())]);
        let password: String = (0..PASSWORD_LENGTH).map(letter).collect();
        let (username, subdomain) = (Uuid::new_v4(), Uuid::new_v4());
        let row = Row { username, password: hash(&password), networks, slots: Default::default() };
        self.lock().insert(subdomain.to_string(), row);
        Credentials { username, password: Secret::new(password), subdomain }
    }

    /// Whether these credentials, from this address, may update this subdomain.
    pub(super) fn authorizes(&self, username: Uuid, password: &str, subdomain: &str, from: IpAddr) -> bool {
        let rows = self.lock();
        let Some(row) = rows.get(subdomain) else { return false };
        let welcome = row.networks.is_empty() || row.networks.iter().any(|network| network.contains(&from));
        let same = constant_time::verify_slices_are_equal(&hash(password), &row.password).is_ok();
        welcome && same && row.username == username
    }

    /// Puts a value into the older slot, whatever it is: acme-dns does not tell whether it is there already.
    pub(super) fn update(&self, subdomain: &str, value: &str, delay: Option<Duration>) {
        let at = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
        if let Some(row) = self.lock().get_mut(subdomain) {
            put(&mut row.slots, value, at, delay.map(|delay| Instant::now() + delay));
        }
    }

    /// The values that show at a subdomain; `None` when it is not registered.
    #[must_use]
    pub fn values(&self, subdomain: &str) -> Option<Vec<String>> {
        let now = Instant::now();
        let rows = self.lock();
        let slots = &rows.get(subdomain)?.slots;
        Some(slots.iter().filter_map(|slot| slot.shown(now)).collect())
    }

    /// How many registrations there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.lock().len()
    }

    /// Forgets a registration, as an operator who cleans up does.
    pub fn forget(&self, subdomain: &str) {
        self.lock().remove(subdomain);
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Row>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Slot {
    fn shown(&self, now: Instant) -> Option<String> {
        let hidden = self.visible.is_some_and(|visible| now < visible);
        if hidden { self.before.clone() } else { self.value.clone() }
    }
}

/// The older slot is replaced; of two of the same second, the first.
fn put(slots: &mut [Slot; 2], value: &str, at: u64, visible: Option<Instant>) {
    let older = usize::from(slots[1].at < slots[0].at);
    let before = slots[older].value.take();
    slots[older] = Slot { value: Some(value.to_owned()), at, before, visible };
}

fn hash(password: &str) -> Vec<u8> {
    digest::digest(&digest::SHA256, password.as_bytes()).as_ref().to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(updates: &[(u64, &str)]) -> Vec<String> {
        let mut slots: [Slot; 2] = Default::default();
        for (at, value) in updates {
            put(&mut slots, value, *at, None);
        }
        slots.iter().filter_map(|slot| slot.shown(Instant::now())).collect()
    }

    #[test]
    fn an_update_replaces_the_older_value() {
        assert_eq!(after(&[(1, "1"), (2, "2"), (3, "3")]), ["3", "2"]);
    }

    #[test]
    fn a_value_that_is_there_pushes_the_other_one_out() {
        assert_eq!(after(&[(1, "1"), (2, "2"), (3, "3"), (4, "3")]), ["3", "3"]);
    }

    #[test]
    fn within_one_second_the_first_slot_goes_first() {
        assert_eq!(after(&[(1, "1"), (2, "2"), (2, "3"), (2, "4")]), ["4", "2"]);
    }

    #[test]
    fn credentials_fit_one_subdomain_from_their_networks_only() {
        let records = Records::default();
        let open = records.register(Vec::new());
        let closed = records.register(vec!["192.0.2.0/24".parse().unwrap()]);
        let may = |made: &Credentials, subdomain: &Uuid, from: &str| {
            records.authorizes(made.username, made.password.expose(), &subdomain.to_string(), from.parse().unwrap())
        };
        assert!(may(&open, &open.subdomain, "203.0.113.1"));
        assert!(!may(&open, &closed.subdomain, "192.0.2.1"));
        assert!(may(&closed, &closed.subdomain, "192.0.2.1"));
        assert!(!may(&closed, &closed.subdomain, "203.0.113.1"));
        assert!(!records.authorizes(open.username, "wrong", &open.subdomain.to_string(), "192.0.2.1".parse().unwrap()));
    }
}
