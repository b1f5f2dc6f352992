
use builtin;
use str;

set edit:completion:arg-completer[certdns] = {|@words|
    fn spaces {|n|
        builtin:repeat $n ' ' | str:join ''
    }
    fn cand {|text desc|
        edit:complex-candidate $text &display=$text' '(spaces (- 14 (wcswidth $text)))$desc
    }
    var command = 'certdns'
    for word $words[1..-1] {
        if (str:has-prefix $word '-') {
            break
        }
        set command = $command';'$word
    }
    var completions = [
        &'certdns'= {
            cand --config 'Configuration file, TOML [env: CERTDNS_CONFIG]'
            cand --state-dir 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]'
            cand --ca 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]'
            cand --fallback-ca 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]'
            cand --ca-root 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]'
            cand --acme-dns 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]'
            cand --acme-dns-user 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]'
            cand --acme-dns-key-file 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]'
            cand --resolver 'DNS resolver to ask instead of the system''s: IP[:PORT], tls://HOST[:PORT] or https://HOST/PATH; repeatable [env: CERTDNS_RESOLVERS, comma-separated]'
            cand --perspective 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]'
            cand --dns-view 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]'
            cand --name-server 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]'
            cand --color 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]'
            cand --allow-http 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
            cand --json 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
            cand -q 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
            cand --quiet 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
            cand -v 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
            cand --verbose 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand register 'Register names at the acme-dns server and print the CNAME of each'
            cand check 'Check names the way a CA would: delegation, name servers, DNSSEC, CAA'
            cand caa 'Show who may issue for names, and the CAA records that let only this ACME account issue'
            cand issue 'Get a certificate, registering and checking what is needed first'
            cand renew 'Renew every certificate that is due'
            cand list 'List certificates and registrations'
            cand acmeaccount 'ACME accounts: list them with the CAA records that pin them, or add one'
            cand ca 'CAs: list those with a name, or show what one says about itself'
            cand sandbox 'Start a CA, an acme-dns server and a DNS host on this machine, to try everything offline'
            cand generate 'Write man pages and shell completions below a directory'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'certdns;register'= {
            cand --allow-from 'Let only this network update the registration; repeatable'
            cand --wait 'Watch DNS until every CNAME stands, at most this long'
            cand --config 'Configuration file, TOML [env: CERTDNS_CONFIG]'
            cand --state-dir 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]'
            cand --ca 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]'
            cand --fallback-ca 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]'
            cand --ca-root 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]'
            cand --acme-dns 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]'
            cand --acme-dns-user 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]'
            cand --acme-dns-key-file 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]'
            cand --resolver 'DNS resolver to ask instead of the system''s: IP[:PORT], tls://HOST[:PORT] or https://HOST/PATH; repeatable [env: CERTDNS_RESOLVERS, comma-separated]'
            cand --perspective 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]'
            cand --dns-view 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]'
            cand --name-server 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]'
            cand --color 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]'
            cand --allow-http 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
            cand --json 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
            cand -q 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
            cand --quiet 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
            cand -v 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
            cand --verbose 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'certdns;check'= {
            cand --watch 'Follow the names until all are well, at most this long if a duration is given'
            cand --config 'Configuration file, TOML [env: CERTDNS_CONFIG]'
            cand --state-dir 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]'
            cand --ca 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]'
            cand --fallback-ca 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]'
            cand --ca-root 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]'
            cand --acme-dns 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]'
            cand --acme-dns-user 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]'
            cand --acme-dns-key-file 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]'
            cand --resolver 'DNS resolver to ask instead of the system''s: IP[:PORT], tls://HOST[:PORT] or https://HOST/PATH; repeatable [env: CERTDNS_RESOLVERS, comma-separated]'
            cand --perspective 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]'
            cand --dns-view 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]'
            cand --name-server 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]'
            cand --color 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]'
            cand --probe 'Publish a harmless value and read it back through the whole chain: the proof from end to end'
            cand --allow-http 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
            cand --json 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
            cand -q 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
            cand --quiet 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
            cand -v 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
            cand --verbose 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'certdns;caa'= {
            cand --config 'Configuration file, TOML [env: CERTDNS_CONFIG]'
            cand --state-dir 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]'
            cand --ca 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]'
            cand --fallback-ca 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]'
            cand --ca-root 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]'
            cand --acme-dns 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]'
            cand --acme-dns-user 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]'
            cand --acme-dns-key-file 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]'
            cand --resolver 'DNS resolver to ask instead of the system''s: IP[:PORT], tls://HOST[:PORT] or https://HOST/PATH; repeatable [env: CERTDNS_RESOLVERS, comma-separated]'
            cand --perspective 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]'
            cand --dns-view 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]'
            cand --name-server 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]'
            cand --color 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]'
            cand --lock 'Let nobody but this account at this CA issue, and by dns-01 only'
            cand --allow-http 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
            cand --json 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
            cand -q 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
            cand --quiet 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
            cand -v 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
            cand --verbose 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'certdns;issue'= {
            cand -d 'A name for the certificate; repeatable. Wildcards: ''*.example.com'''
            cand --domain 'A name for the certificate; repeatable. Wildcards: ''*.example.com'''
            cand --name 'Name of the lineage, which names the directory the files are in [default: the first name]'
            cand --key-type 'Kind of private key: ecdsa-p256, ecdsa-p384, rsa2048, rsa3072 or rsa4096 [default: ecdsa-p256]'
            cand --reuse-key 'Keep the private key at every renewal; `--reuse-key=false` ends that'
            cand --csr 'Have this certificate request signed (PEM or DER): its names, its key, which stays where it is'
            cand --profile 'Kind of certificate, as `certdns ca show` lists them; empty: the CA''s usual one'
            cand --preferred-chain 'Prefer the chain that ends at the root of this common name, such as "ISRG Root X1"; empty: the CA''s usual one'
            cand --not-after 'Until when the certificate is good, where the CA takes it: a date for this one (2027-01-31, 2027-01-31T12:00:00Z), or how long for all of them (7d, 36h); empty: as long as the CA likes'
            cand --email 'Contact address for a new ACME account [env: CERTDNS_EMAIL]'
            cand --wait 'Watch DNS until every CNAME stands, at most this long'
            cand --config 'Configuration file, TOML [env: CERTDNS_CONFIG]'
            cand --state-dir 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]'
            cand --ca 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]'
            cand --fallback-ca 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]'
            cand --ca-root 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]'
            cand --acme-dns 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]'
            cand --acme-dns-user 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]'
            cand --acme-dns-key-file 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]'
            cand --resolver 'DNS resolver to ask instead of the system''s: IP[:PORT], tls://HOST[:PORT] or https://HOST/PATH; repeatable [env: CERTDNS_RESOLVERS, comma-separated]'
            cand --perspective 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]'
            cand --dns-view 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]'
            cand --name-server 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]'
            cand --color 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]'
            cand --expand 'Add the names given to those that the lineage has; what a new wildcard covers goes'
            cand --new-key 'Make a new private key now, although the certificate is not due or the key is kept'
            cand --agree-tos 'Agree to the CA''s terms of service [env: CERTDNS_AGREE_TOS]'
            cand --force 'Issue although the certificate is not due'
            cand --dry-run 'Do everything but keep a certificate, at the CA''s staging twin where it has one. Names are registered and an ACME account is made there, as for any order'
            cand --allow-http 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
            cand --json 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
            cand -q 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
            cand --quiet 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
            cand -v 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
            cand --verbose 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'certdns;renew'= {
            cand --config 'Configuration file, TOML [env: CERTDNS_CONFIG]'
            cand --state-dir 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]'
            cand --ca 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]'
            cand --fallback-ca 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]'
            cand --ca-root 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]'
            cand --acme-dns 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]'
            cand --acme-dns-user 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]'
            cand --acme-dns-key-file 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]'
            cand --resolver 'DNS resolver to ask instead of the system''s: IP[:PORT], tls://HOST[:PORT] or https://HOST/PATH; repeatable [env: CERTDNS_RESOLVERS, comma-separated]'
            cand --perspective 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]'
            cand --dns-view 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]'
            cand --name-server 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]'
            cand --color 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]'
            cand --force 'Renew although they are not due'
            cand --allow-http 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
            cand --json 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
            cand -q 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
            cand --quiet 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
            cand -v 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
            cand --verbose 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'certdns;list'= {
            cand --config 'Configuration file, TOML [env: CERTDNS_CONFIG]'
            cand --state-dir 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]'
            cand --ca 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]'
            cand --fallback-ca 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]'
            cand --ca-root 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]'
            cand --acme-dns 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]'
            cand --acme-dns-user 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]'
            cand --acme-dns-key-file 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]'
            cand --resolver 'DNS resolver to ask instead of the system''s: IP[:PORT], tls://HOST[:PORT] or https://HOST/PATH; repeatable [env: CERTDNS_RESOLVERS, comma-separated]'
            cand --perspective 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]'
            cand --dns-view 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]'
            cand --name-server 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]'
            cand --color 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]'
            cand --offline 'Ask nobody; CAA is left out'
            cand --allow-http 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
            cand --json 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
            cand -q 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
            cand --quiet 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
            cand -v 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
            cand --verbose 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'certdns;acmeaccount'= {
            cand --config 'Configuration file, TOML [env: CERTDNS_CONFIG]'
            cand --state-dir 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]'
            cand --ca 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]'
            cand --fallback-ca 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]'
            cand --ca-root 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]'
            cand --acme-dns 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]'
            cand --acme-dns-user 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]'
            cand --acme-dns-key-file 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]'
            cand --resolver 'DNS resolver to ask instead of the system''s: IP[:PORT], tls://HOST[:PORT] or https://HOST/PATH; repeatable [env: CERTDNS_RESOLVERS, comma-separated]'
            cand --perspective 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]'
            cand --dns-view 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]'
            cand --name-server 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]'
            cand --color 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]'
            cand --allow-http 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
            cand --json 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
            cand -q 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
            cand --quiet 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
            cand -v 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
            cand --verbose 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand list 'List accounts with their URI and the CAA records that pin them (RFC 8657); never a key'
            cand add 'Create an account at the CA, if there is none yet'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'certdns;acmeaccount;list'= {
            cand --config 'Configuration file, TOML [env: CERTDNS_CONFIG]'
            cand --state-dir 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]'
            cand --ca 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]'
            cand --fallback-ca 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]'
            cand --ca-root 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]'
            cand --acme-dns 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]'
            cand --acme-dns-user 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]'
            cand --acme-dns-key-file 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]'
            cand --resolver 'DNS resolver to ask instead of the system''s: IP[:PORT], tls://HOST[:PORT] or https://HOST/PATH; repeatable [env: CERTDNS_RESOLVERS, comma-separated]'
            cand --perspective 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]'
            cand --dns-view 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]'
            cand --name-server 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]'
            cand --color 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]'
            cand --allow-http 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
            cand --json 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
            cand -q 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
            cand --quiet 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
            cand -v 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
            cand --verbose 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'certdns;acmeaccount;add'= {
            cand --email 'Contact address [env: CERTDNS_EMAIL]'
            cand --config 'Configuration file, TOML [env: CERTDNS_CONFIG]'
            cand --state-dir 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]'
            cand --ca 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]'
            cand --fallback-ca 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]'
            cand --ca-root 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]'
            cand --acme-dns 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]'
            cand --acme-dns-user 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]'
            cand --acme-dns-key-file 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]'
            cand --resolver 'DNS resolver to ask instead of the system''s: IP[:PORT], tls://HOST[:PORT] or https://HOST/PATH; repeatable [env: CERTDNS_RESOLVERS, comma-separated]'
            cand --perspective 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]'
            cand --dns-view 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]'
            cand --name-server 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]'
            cand --color 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]'
            cand --agree-tos 'Agree to the CA''s terms of service [env: CERTDNS_AGREE_TOS]'
            cand --allow-http 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
            cand --json 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
            cand -q 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
            cand --quiet 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
            cand -v 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
            cand --verbose 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'certdns;acmeaccount;help'= {
            cand list 'List accounts with their URI and the CAA records that pin them (RFC 8657); never a key'
            cand add 'Create an account at the CA, if there is none yet'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'certdns;acmeaccount;help;list'= {
        }
        &'certdns;acmeaccount;help;add'= {
        }
        &'certdns;acmeaccount;help;help'= {
        }
        &'certdns;ca'= {
            cand --config 'Configuration file, TOML [env: CERTDNS_CONFIG]'
            cand --state-dir 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]'
            cand --ca 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]'
            cand --fallback-ca 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]'
            cand --ca-root 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]'
            cand --acme-dns 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]'
            cand --acme-dns-user 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]'
            cand --acme-dns-key-file 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]'
            cand --resolver 'DNS resolver to ask instead of the system''s: IP[:PORT], tls://HOST[:PORT] or https://HOST/PATH; repeatable [env: CERTDNS_RESOLVERS, comma-separated]'
            cand --perspective 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]'
            cand --dns-view 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]'
            cand --name-server 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]'
            cand --color 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]'
            cand --allow-http 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
            cand --json 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
            cand -q 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
            cand --quiet 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
            cand -v 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
            cand --verbose 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand list 'List the CAs that have a name here, and what each needs before it makes an account'
            cand show 'Ask a CA what it says about itself: terms, CAA identities, account binding, profiles, renewal information'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'certdns;ca;list'= {
            cand --config 'Configuration file, TOML [env: CERTDNS_CONFIG]'
            cand --state-dir 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]'
            cand --ca 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]'
            cand --fallback-ca 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]'
            cand --ca-root 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]'
            cand --acme-dns 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]'
            cand --acme-dns-user 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]'
            cand --acme-dns-key-file 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]'
            cand --resolver 'DNS resolver to ask instead of the system''s: IP[:PORT], tls://HOST[:PORT] or https://HOST/PATH; repeatable [env: CERTDNS_RESOLVERS, comma-separated]'
            cand --perspective 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]'
            cand --dns-view 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]'
            cand --name-server 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]'
            cand --color 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]'
            cand --allow-http 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
            cand --json 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
            cand -q 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
            cand --quiet 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
            cand -v 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
            cand --verbose 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'certdns;ca;show'= {
            cand --config 'Configuration file, TOML [env: CERTDNS_CONFIG]'
            cand --state-dir 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]'
            cand --ca 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]'
            cand --fallback-ca 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]'
            cand --ca-root 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]'
            cand --acme-dns 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]'
            cand --acme-dns-user 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]'
            cand --acme-dns-key-file 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]'
            cand --resolver 'DNS resolver to ask instead of the system''s: IP[:PORT], tls://HOST[:PORT] or https://HOST/PATH; repeatable [env: CERTDNS_RESOLVERS, comma-separated]'
            cand --perspective 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]'
            cand --dns-view 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]'
            cand --name-server 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]'
            cand --color 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]'
            cand --allow-http 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
            cand --json 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
            cand -q 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
            cand --quiet 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
            cand -v 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
            cand --verbose 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'certdns;ca;help'= {
            cand list 'List the CAs that have a name here, and what each needs before it makes an account'
            cand show 'Ask a CA what it says about itself: terms, CAA identities, account binding, profiles, renewal information'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'certdns;ca;help;list'= {
        }
        &'certdns;ca;help;show'= {
        }
        &'certdns;ca;help;help'= {
        }
        &'certdns;sandbox'= {
            cand --dir 'Keep the lab''s files and the state here [default: a temporary directory]'
            cand --history 'Write every request that CA and acme-dns server get, as JSON lines'
            cand --bad-nonces 'Percentage of good nonces that the CA rejects'
            cand --pending-polls 'So many looks at an order find it pending or processing'
            cand --retry-after '`Retry-After` of pending and processing orders, in seconds'
            cand --lifetime 'Lifetime of certificates, such as 90d or 10m'
            cand --eab 'Ask new accounts for this external account binding; the key is base64url, and the option may be repeated'
            cand --config 'Configuration file, TOML [env: CERTDNS_CONFIG]'
            cand --state-dir 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]'
            cand --ca 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]'
            cand --fallback-ca 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]'
            cand --ca-root 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]'
            cand --acme-dns 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]'
            cand --acme-dns-user 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]'
            cand --acme-dns-key-file 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]'
            cand --resolver 'DNS resolver to ask instead of the system''s: IP[:PORT], tls://HOST[:PORT] or https://HOST/PATH; repeatable [env: CERTDNS_RESOLVERS, comma-separated]'
            cand --perspective 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]'
            cand --dns-view 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]'
            cand --name-server 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]'
            cand --color 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]'
            cand --tour 'Walk through the whole job, from registration to renewal, in ./certdns-tour'
            cand --allow-http 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
            cand --json 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
            cand -q 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
            cand --quiet 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
            cand -v 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
            cand --verbose 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'certdns;generate'= {
            cand --config 'Configuration file, TOML [env: CERTDNS_CONFIG]'
            cand --state-dir 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]'
            cand --ca 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]'
            cand --fallback-ca 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]'
            cand --ca-root 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]'
            cand --acme-dns 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]'
            cand --acme-dns-user 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]'
            cand --acme-dns-key-file 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]'
            cand --resolver 'DNS resolver to ask instead of the system''s: IP[:PORT], tls://HOST[:PORT] or https://HOST/PATH; repeatable [env: CERTDNS_RESOLVERS, comma-separated]'
            cand --perspective 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]'
            cand --dns-view 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]'
            cand --name-server 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]'
            cand --color 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]'
            cand --allow-http 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
            cand --json 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
            cand -q 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
            cand --quiet 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
            cand -v 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
            cand --verbose 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'certdns;help'= {
            cand register 'Register names at the acme-dns server and print the CNAME of each'
            cand check 'Check names the way a CA would: delegation, name servers, DNSSEC, CAA'
            cand caa 'Show who may issue for names, and the CAA records that let only this ACME account issue'
            cand issue 'Get a certificate, registering and checking what is needed first'
            cand renew 'Renew every certificate that is due'
            cand list 'List certificates and registrations'
            cand acmeaccount 'ACME accounts: list them with the CAA records that pin them, or add one'
            cand ca 'CAs: list those with a name, or show what one says about itself'
            cand sandbox 'Start a CA, an acme-dns server and a DNS host on this machine, to try everything offline'
            cand generate 'Write man pages and shell completions below a directory'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'certdns;help;register'= {
        }
        &'certdns;help;check'= {
        }
        &'certdns;help;caa'= {
        }
        &'certdns;help;issue'= {
        }
        &'certdns;help;renew'= {
        }
        &'certdns;help;list'= {
        }
        &'certdns;help;acmeaccount'= {
            cand list 'List accounts with their URI and the CAA records that pin them (RFC 8657); never a key'
            cand add 'Create an account at the CA, if there is none yet'
        }
        &'certdns;help;acmeaccount;list'= {
        }
        &'certdns;help;acmeaccount;add'= {
        }
        &'certdns;help;ca'= {
            cand list 'List the CAs that have a name here, and what each needs before it makes an account'
            cand show 'Ask a CA what it says about itself: terms, CAA identities, account binding, profiles, renewal information'
        }
        &'certdns;help;ca;list'= {
        }
        &'certdns;help;ca;show'= {
        }
        &'certdns;help;sandbox'= {
        }
        &'certdns;help;generate'= {
        }
        &'certdns;help;help'= {
        }
    ]
    $completions[$command]
}
