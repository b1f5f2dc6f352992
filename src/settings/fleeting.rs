//! What is said for one command only.

use super::Layer;

/// The keys of what flags or the environment say that changes what a renewal does. Where state and configuration are is
/// not among them: whoever starts a renewal later is told that.
pub(super) fn fleeting(flags: &Layer, environment: &Layer) -> Vec<&'static str> {
    let (mut flags, environment) = (said(flags), said(environment));
    flags.extend(environment);
    flags.sort_unstable();
    flags.dedup();
    flags
}

fn said(layer: &Layer) -> Vec<&'static str> {
    let said = [
        ("ca", layer.ca.is_some()),
        ("fallback-ca", layer.fallback_ca.is_some()),
        ("ca-root", layer.ca_root.is_some()),
        ("account", layer.account.is_some()),
        ("eab-kid", layer.eab_kid.is_some()),
        ("eab-hmac-key-file", layer.eab_key.is_some()),
        ("acme-dns", layer.acme_dns.is_some()),
        ("acme-dns-user", layer.acme_dns_user.is_some()),
        ("acme-dns-key-file", layer.acme_dns_key.is_some()),
        ("resolvers", layer.resolvers.is_some()),
        ("perspectives", layer.perspectives.is_some()),
        ("dns-view", layer.dns_view.is_some()),
        ("name-servers", layer.name_servers.is_some()),
        ("allow-http", layer.allow_http.is_some()),
        ("email", layer.email.is_some()),
        ("agree-tos", layer.agree_tos.is_some()),
        ("renew-before", layer.renew_before.is_some()),
        ("jobs", layer.jobs.is_some()),
    ];
    said.into_iter().filter(|(_, said)| *said).map(|(key, _)| key).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_timer_would_not_hear_is_named_once() {
        let flags = Layer { resolvers: Some(Vec::new()), state_dir: Some("/s".into()), ..Layer::default() };
        let environment = Layer { ca: Some("zerossl".to_owned()), resolvers: Some(Vec::new()), ..Layer::default() };
        assert_eq!(fleeting(&flags, &environment), ["ca", "resolvers"]);
        assert_eq!(fleeting(&Layer::default(), &Layer::default()), Vec::<&str>::new());
    }
}
