
using namespace System.Management.Automation
using namespace System.Management.Automation.Language

Register-ArgumentCompleter -Native -CommandName 'certdns' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $commandElements = $commandAst.CommandElements
    $command = @(
        'certdns'
        for ($i = 1; $i -lt $commandElements.Count; $i++) {
            $element = $commandElements[$i]
            if ($element -isnot [StringConstantExpressionAst] -or
                $element.StringConstantType -ne [StringConstantType]::BareWord -or
                $element.Value.StartsWith('-') -or
                $element.Value -eq $wordToComplete) {
                break
        }
        $element.Value
    }) -join ';'

    $completions = @(switch ($command) {
        'certdns' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('register', 'register', [CompletionResultType]::ParameterValue, 'Register names at the acme-dns server and print the CNAME of each')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Check names the way a CA would: delegation, name servers, DNSSEC, CAA')
            [CompletionResult]::new('caa', 'caa', [CompletionResultType]::ParameterValue, 'Show who may issue for names, and the CAA records that let only this ACME account issue')
            [CompletionResult]::new('issue', 'issue', [CompletionResultType]::ParameterValue, 'Get a certificate, registering and checking what is needed first')
            [CompletionResult]::new('renew', 'renew', [CompletionResultType]::ParameterValue, 'Renew every certificate that is due')
            [CompletionResult]::new('timer', 'timer', [CompletionResultType]::ParameterValue, 'Have `certdns renew` run by itself, every hour: by systemd, cron, launchd or Task Scheduler')
            [CompletionResult]::new('deploy', 'deploy', [CompletionResultType]::ParameterValue, 'Run the deploy hooks that failed or were cut short')
            [CompletionResult]::new('apply', 'apply', [CompletionResultType]::ParameterValue, 'Make the certificates as the configuration file lists them')
            [CompletionResult]::new('import-csv', 'import-csv', [CompletionResultType]::ParameterValue, 'Turn a CSV file, a certificate a line, into `[[certificate]]` entries of the configuration file')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List certificates and registrations')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a certificate: names, issuer, dates, fingerprints, chain, account and files')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show how every certificate fares: expiry, next renewal, last result, delegation, CAA; worst first')
            [CompletionResult]::new('history', 'history', [CompletionResultType]::ParameterValue, 'Show every certificate that a lineage has had: when, why, from which CA, and how long it took')
            [CompletionResult]::new('log', 'log', [CompletionResultType]::ParameterValue, 'List the runs that are remembered, or show what one of them told')
            [CompletionResult]::new('notify', 'notify', [CompletionResultType]::ParameterValue, 'Notices about certificates: try out whether they arrive')
            [CompletionResult]::new('revoke', 'revoke', [CompletionResultType]::ParameterValue, 'Revoke a certificate: of a lineage, one of its older generations, or in a file')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete a lineage: its certificates, its private keys, and its renewal')
            [CompletionResult]::new('acmeaccount', 'acmeaccount', [CompletionResultType]::ParameterValue, 'ACME accounts: add, list and change them; take them over from other clients; the CAA records that pin them')
            [CompletionResult]::new('registration', 'registration', [CompletionResultType]::ParameterValue, 'Registrations: list them, take them over from other clients, give them to others, set them aside')
            [CompletionResult]::new('bundle', 'bundle', [CompletionResultType]::ParameterValue, 'Carry registrations to another machine, or into a safe, in one encrypted file')
            [CompletionResult]::new('ca', 'ca', [CompletionResultType]::ParameterValue, 'CAs: list those with a name, or show what one says about itself')
            [CompletionResult]::new('sandbox', 'sandbox', [CompletionResultType]::ParameterValue, 'Start a CA, an acme-dns server and a DNS host on this machine, to try everything offline')
            [CompletionResult]::new('generate', 'generate', [CompletionResultType]::ParameterValue, 'Write man pages and shell completions below a directory')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'certdns;register' {
            [CompletionResult]::new('--allow-from', '--allow-from', [CompletionResultType]::ParameterName, 'Let only this network update the registration; repeatable')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Watch DNS until every CNAME stands, at most this long')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'certdns;check' {
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Follow the names until all are well, at most this long if a duration is given')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--probe', '--probe', [CompletionResultType]::ParameterName, 'Publish a harmless value and read it back through the whole chain: the proof from end to end')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'certdns;caa' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--lock', '--lock', [CompletionResultType]::ParameterName, 'Let nobody but this account at this CA issue, and by dns-01 only')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'certdns;issue' {
            [CompletionResult]::new('-d', '-d', [CompletionResultType]::ParameterName, 'A name for the certificate; repeatable. Wildcards: ''*.example.com''')
            [CompletionResult]::new('--domain', '--domain', [CompletionResultType]::ParameterName, 'A name for the certificate; repeatable. Wildcards: ''*.example.com''')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Name of the lineage, which names the directory the files are in [default: the first name]')
            [CompletionResult]::new('--key-type', '--key-type', [CompletionResultType]::ParameterName, 'Kind of private key: ecdsa-p256, ecdsa-p384, rsa2048, rsa3072 or rsa4096 [default: ecdsa-p256]')
            [CompletionResult]::new('--reuse-key', '--reuse-key', [CompletionResultType]::ParameterName, 'Keep the private key at every renewal; `--reuse-key=false` ends that')
            [CompletionResult]::new('--csr', '--csr', [CompletionResultType]::ParameterName, 'Have this certificate request signed (PEM or DER): its names, its key, which stays where it is')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Kind of certificate, as `certdns ca show` lists them; empty: the CA''s usual one')
            [CompletionResult]::new('--preferred-chain', '--preferred-chain', [CompletionResultType]::ParameterName, 'Prefer the chain that ends at the root of this common name, such as "ISRG Root X1"; empty: the CA''s usual one')
            [CompletionResult]::new('--not-after', '--not-after', [CompletionResultType]::ParameterName, 'Until when the certificate is good, where the CA takes it: a date for this one (2027-01-31, 2027-01-31T12:00:00Z), or how long for all of them (7d, 36h); empty: as long as the CA likes')
            [CompletionResult]::new('--renew-before', '--renew-before', [CompletionResultType]::ParameterName, 'Renew with so much left: a part of the lifetime (1/3, 25%) or a length of time (30d); empty: as everywhere')
            [CompletionResult]::new('--email', '--email', [CompletionResultType]::ParameterName, 'Contact address for a new ACME account [env: CERTDNS_EMAIL]')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Watch DNS until every CNAME stands, at most this long')
            [CompletionResult]::new('--pfx-password-file', '--pfx-password-file', [CompletionResultType]::ParameterName, 'File with the password of certificate.pfx, on its first line; implies `--pfx` [default: one is made, in pfx-password.txt]')
            [CompletionResult]::new('--install', '--install', [CompletionResultType]::ParameterName, 'Copy WHAT (fullchain, cert, chain, privkey, combined, pfx, cert-der, privkey-der) to a file; repeatable. With the private key in it the mode is 0600 unless given, else 0644. A symbolic link there is refused')
            [CompletionResult]::new('--pre-hook', '--pre-hook', [CompletionResultType]::ParameterName, 'Run this before a certificate is obtained, once in a run; repeatable. Where it fails nothing is ordered')
            [CompletionResult]::new('--deploy-hook', '--deploy-hook', [CompletionResultType]::ParameterName, 'Run this when the new certificate is live; repeatable. A line for the shell ("nginx -s reload"), or without a shell: "@systemd-reload UNIT", "@signal PIDFILE SIGNAL", "@exec PROGRAM [ARGUMENT]...". It runs once for all lineages of a run that want it, at the end; with "@each " before it, or where it names a variable of one lineage such as $CERTDNS_LIVE or $RENEWED_LINEAGE, once for each. It is run again by the next `renew` where it fails')
            [CompletionResult]::new('--post-hook', '--post-hook', [CompletionResultType]::ParameterName, 'Run this at the end, whether a certificate could be obtained or not; repeatable')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--expand', '--expand', [CompletionResultType]::ParameterName, 'Add the names given to those that the lineage has; what a new wildcard covers goes')
            [CompletionResult]::new('--new-key', '--new-key', [CompletionResultType]::ParameterName, 'Make a new private key now, although the certificate is not due or the key is kept')
            [CompletionResult]::new('--agree-tos', '--agree-tos', [CompletionResultType]::ParameterName, 'Agree to the CA''s terms of service [env: CERTDNS_AGREE_TOS]')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Issue although the certificate is not due')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Do everything but keep a certificate, at the CA''s staging twin where it has one. Names are registered and an ACME account is made there, as for any order')
            [CompletionResult]::new('--combined', '--combined', [CompletionResultType]::ParameterName, 'Make combined.pem: certificate, chain and key in one file, as HAProxy reads it')
            [CompletionResult]::new('--pfx', '--pfx', [CompletionResultType]::ParameterName, 'Make certificate.pfx: PKCS#12, protected with AES-256 and SHA-256')
            [CompletionResult]::new('--pfx-legacy', '--pfx-legacy', [CompletionResultType]::ParameterName, 'Make certificate.pfx for Windows before Server 2019 and Java before 8u301: 3DES, RC2 and SHA-1')
            [CompletionResult]::new('--der', '--der', [CompletionResultType]::ParameterName, 'Make cert.der and privkey.der')
            [CompletionResult]::new('--forget-outputs', '--forget-outputs', [CompletionResultType]::ParameterName, 'Forget the outputs asked for before; copies stay where they are')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'certdns;renew' {
            [CompletionResult]::new('--jitter', '--jitter', [CompletionResultType]::ParameterName, 'Begin after a random part of this time when something is due, but at once on a terminal [default: 1m] [env: CERTDNS_JITTER]')
            [CompletionResult]::new('--jobs', '--jobs', [CompletionResultType]::ParameterName, 'So many certificates side by side [default: 10] [env: CERTDNS_JOBS]')
            [CompletionResult]::new('--pre-hook', '--pre-hook', [CompletionResultType]::ParameterName, 'Run this before a certificate is obtained, once in a run; repeatable. Where it fails nothing is ordered')
            [CompletionResult]::new('--deploy-hook', '--deploy-hook', [CompletionResultType]::ParameterName, 'Run this when the new certificate is live; repeatable. A line for the shell ("nginx -s reload"), or without a shell: "@systemd-reload UNIT", "@signal PIDFILE SIGNAL", "@exec PROGRAM [ARGUMENT]...". It runs once for all lineages of a run that want it, at the end; with "@each " before it, or where it names a variable of one lineage such as $CERTDNS_LIVE or $RENEWED_LINEAGE, once for each. It is run again by the next `renew` where it fails')
            [CompletionResult]::new('--post-hook', '--post-hook', [CompletionResultType]::ParameterName, 'Run this at the end, whether a certificate could be obtained or not; repeatable')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Renew although they are not due, or failed a moment ago')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'certdns;timer' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('install', 'install', [CompletionResultType]::ParameterValue, 'Install the timer and start it; done again, bring it up to date')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show what is installed or would be, when it last ran, how that ended, and when it runs next')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Stop the timer and remove it')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'certdns;timer;install' {
            [CompletionResult]::new('--for', '--for', [CompletionResultType]::ParameterName, 'Another scheduler than this system''s; `show` then tells what another system would be given')
            [CompletionResult]::new('--root', '--root', [CompletionResultType]::ParameterName, 'Files below this directory instead of `/`, for packages and images: enabled, but not started')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--system', '--system', [CompletionResultType]::ParameterName, 'For the whole system, run by root; the default for root and on Windows')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'For yourself; the default for everybody else')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'certdns;timer;show' {
            [CompletionResult]::new('--for', '--for', [CompletionResultType]::ParameterName, 'Another scheduler than this system''s; `show` then tells what another system would be given')
            [CompletionResult]::new('--root', '--root', [CompletionResultType]::ParameterName, 'Files below this directory instead of `/`, for packages and images: enabled, but not started')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--system', '--system', [CompletionResultType]::ParameterName, 'For the whole system, run by root; the default for root and on Windows')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'For yourself; the default for everybody else')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'certdns;timer;remove' {
            [CompletionResult]::new('--for', '--for', [CompletionResultType]::ParameterName, 'Another scheduler than this system''s; `show` then tells what another system would be given')
            [CompletionResult]::new('--root', '--root', [CompletionResultType]::ParameterName, 'Files below this directory instead of `/`, for packages and images: enabled, but not started')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--system', '--system', [CompletionResultType]::ParameterName, 'For the whole system, run by root; the default for root and on Windows')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'For yourself; the default for everybody else')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'certdns;timer;help' {
            [CompletionResult]::new('install', 'install', [CompletionResultType]::ParameterValue, 'Install the timer and start it; done again, bring it up to date')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show what is installed or would be, when it last ran, how that ended, and when it runs next')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Stop the timer and remove it')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'certdns;timer;help;install' {
            break
        }
        'certdns;timer;help;show' {
            break
        }
        'certdns;timer;help;remove' {
            break
        }
        'certdns;timer;help;help' {
            break
        }
        'certdns;deploy' {
            [CompletionResult]::new('--deploy-hook', '--deploy-hook', [CompletionResultType]::ParameterName, 'Always empty (''''): forget hooks that only one run was given and that are still owed')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Run all deploy hooks, although they were run for the live certificate')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'certdns;apply' {
            [CompletionResult]::new('--email', '--email', [CompletionResultType]::ParameterName, 'Contact address for a new ACME account [env: CERTDNS_EMAIL]')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Watch DNS until every CNAME stands, at most this long')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--plan', '--plan', [CompletionResultType]::ParameterName, 'Tell what would be done, and do nothing. Exit code 0, whatever that is')
            [CompletionResult]::new('--offline', '--offline', [CompletionResultType]::ParameterName, 'With `--plan`: do not look at delegations, either')
            [CompletionResult]::new('--prune', '--prune', [CompletionResultType]::ParameterName, 'Delete the lineages that the file does not list, as `certdns delete` does, once all that it lists are there')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Do not ask')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Do not ask')
            [CompletionResult]::new('--agree-tos', '--agree-tos', [CompletionResultType]::ParameterName, 'Agree to the CA''s terms of service [env: CERTDNS_AGREE_TOS]')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'certdns;import-csv' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--write', '--write', [CompletionResultType]::ParameterName, 'Add the entries to the configuration file; what is there stays as it is, comments included')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'certdns;list' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--offline', '--offline', [CompletionResultType]::ParameterName, 'Ask nobody; CAA is left out')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'certdns;show' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--offline', '--offline', [CompletionResultType]::ParameterName, 'Ask nobody; the CA''s wish for renewal is left out')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'certdns;status' {
            [CompletionResult]::new('--warn', '--warn', [CompletionResultType]::ParameterName, 'Warn when so much or less is left: a duration such as 14d, or a part of the lifetime such as 1/6 At most the time between renewal and expiry counts, so that it suits short certificates, too [env: CERTDNS_WARN]')
            [CompletionResult]::new('--crit', '--crit', [CompletionResultType]::ParameterName, 'The same for critical, at most half of that time [env: CERTDNS_CRIT]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'What to write; `--json` is the same as `--format json`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write it to this file, atomically and for everybody to read, instead of stdout')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Look at delegations and CAA now')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'certdns;history' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'certdns;log' {
            [CompletionResult]::new('--last', '--last', [CompletionResultType]::ParameterName, 'So many runs are listed')
            [CompletionResult]::new('--lineage', '--lineage', [CompletionResultType]::ParameterName, 'Only what is about this lineage')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'certdns;notify' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('test', 'test', [CompletionResultType]::ParameterValue, 'Send a test notice everywhere, and a ping, and tell what came of each')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'certdns;notify;test' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'certdns;notify;help' {
            [CompletionResult]::new('test', 'test', [CompletionResultType]::ParameterValue, 'Send a test notice everywhere, and a ping, and tell what came of each')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'certdns;notify;help;test' {
            break
        }
        'certdns;notify;help;help' {
            break
        }
        'certdns;revoke' {
            [CompletionResult]::new('--generation', '--generation', [CompletionResultType]::ParameterName, 'Revoke this generation of the lineage instead of the live one')
            [CompletionResult]::new('--file', '--file', [CompletionResultType]::ParameterName, 'Revoke the certificate in this file, PEM')
            [CompletionResult]::new('--key-file', '--key-file', [CompletionResultType]::ParameterName, 'The private key of the certificate, PKCS#8 PEM, where it is not stored here; implies `--with-certificate-key`')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why: unspecified, keyCompromise, affiliationChanged, superseded or cessationOfOperation')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--with-certificate-key', '--with-certificate-key', [CompletionResultType]::ParameterName, 'Sign with the private key of the certificate instead of the account''s')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Do not ask')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Do not ask')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'certdns;delete' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Do not ask')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Do not ask')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'certdns;acmeaccount' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List accounts with their URI and the CAA records that pin them (RFC 8657); never a key')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Create an account at the CA, if there is none yet; with --account, one of that name')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show an account as the CA has it, and the certificates that are ordered with it')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change an account''s contact address at the CA, its name here, or whether it is the default')
            [CompletionResult]::new('rollover', 'rollover', [CompletionResultType]::ParameterValue, 'Give an account a new key; its URI, and what pins it, stays')
            [CompletionResult]::new('deactivate', 'deactivate', [CompletionResultType]::ParameterValue, 'End an account at the CA, for good; certificates stay valid')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Take over accounts of other ACME clients: certbot, lego, acme.sh, Posh-ACME, Caddy, Certify, or a bare key')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Write an account with its key to a new file, for its owner only')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Forget an account here, with its key; the CA does not hear of it')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'certdns;acmeaccount;list' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'certdns;acmeaccount;add' {
            [CompletionResult]::new('--email', '--email', [CompletionResultType]::ParameterName, 'Contact address [env: CERTDNS_EMAIL]')
            [CompletionResult]::new('--key-type', '--key-type', [CompletionResultType]::ParameterName, 'Kind of account key: ecdsa-p256, ecdsa-p384, rsa2048, rsa3072, rsa4096 or, where the CA takes it, ed25519 [default: ecdsa-p256]')
            [CompletionResult]::new('--eab-kid', '--eab-kid', [CompletionResultType]::ParameterName, 'Key identifier of your account at the CA''s site, where the CA wants one (external account binding) [env: CERTDNS_EAB_KID]')
            [CompletionResult]::new('--eab-hmac-key-file', '--eab-hmac-key-file', [CompletionResultType]::ParameterName, 'File with the HMAC key that belongs to it, base64url [env: CERTDNS_EAB_HMAC_KEY_FILE, or the key in CERTDNS_EAB_HMAC_KEY]')
            [CompletionResult]::new('--eab-algorithm', '--eab-algorithm', [CompletionResultType]::ParameterName, 'What the binding is signed with: HS256 (default), HS384 or HS512 [env: CERTDNS_EAB_ALGORITHM]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--agree-tos', '--agree-tos', [CompletionResultType]::ParameterName, 'Agree to the CA''s terms of service [env: CERTDNS_AGREE_TOS]')
            [CompletionResult]::new('--default', '--default', [CompletionResultType]::ParameterName, 'Use this account where no other is asked for')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'certdns;acmeaccount;show' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'certdns;acmeaccount;update' {
            [CompletionResult]::new('--email', '--email', [CompletionResultType]::ParameterName, 'New contact address')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'What the account is called from now on, for --account')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--no-email', '--no-email', [CompletionResultType]::ParameterName, 'Take the contact address away')
            [CompletionResult]::new('--default', '--default', [CompletionResultType]::ParameterName, 'Use this account where no other is asked for')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'certdns;acmeaccount;rollover' {
            [CompletionResult]::new('--key-type', '--key-type', [CompletionResultType]::ParameterName, 'Kind of the new key: ecdsa-p256, ecdsa-p384, rsa2048, rsa3072, rsa4096 or, where the CA takes it, ed25519 [default: that of the old key]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'certdns;acmeaccount;deactivate' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Do not ask')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'certdns;acmeaccount;import' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--default', '--default', [CompletionResultType]::ParameterName, 'Use this account where no other is asked for')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'certdns;acmeaccount;export' {
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'certdns: a JSON document with key, URI and CA; pem: the key alone, PKCS#8, for other clients')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'certdns;acmeaccount;remove' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Do not ask')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'certdns;acmeaccount;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List accounts with their URI and the CAA records that pin them (RFC 8657); never a key')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Create an account at the CA, if there is none yet; with --account, one of that name')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show an account as the CA has it, and the certificates that are ordered with it')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change an account''s contact address at the CA, its name here, or whether it is the default')
            [CompletionResult]::new('rollover', 'rollover', [CompletionResultType]::ParameterValue, 'Give an account a new key; its URI, and what pins it, stays')
            [CompletionResult]::new('deactivate', 'deactivate', [CompletionResultType]::ParameterValue, 'End an account at the CA, for good; certificates stay valid')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Take over accounts of other ACME clients: certbot, lego, acme.sh, Posh-ACME, Caddy, Certify, or a bare key')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Write an account with its key to a new file, for its owner only')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Forget an account here, with its key; the CA does not hear of it')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'certdns;acmeaccount;help;list' {
            break
        }
        'certdns;acmeaccount;help;add' {
            break
        }
        'certdns;acmeaccount;help;show' {
            break
        }
        'certdns;acmeaccount;help;update' {
            break
        }
        'certdns;acmeaccount;help;rollover' {
            break
        }
        'certdns;acmeaccount;help;deactivate' {
            break
        }
        'certdns;acmeaccount;help;import' {
            break
        }
        'certdns;acmeaccount;help;export' {
            break
        }
        'certdns;acmeaccount;help;remove' {
            break
        }
        'certdns;acmeaccount;help;help' {
            break
        }
        'certdns;registration' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List registrations, where they come from, the certificates that need them, and what is kept aside')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show the registrations of a name, what became of them, and what DNS shows; never a password')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a registration that is there already: from its parts, or a pasted reply of `/register` on stdin')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Take over registrations of other clients; the format is recognised')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Write registrations with their passwords to a new file, for its owner only, in the format of any client')
            [CompletionResult]::new('move', 'move', [CompletionResultType]::ParameterValue, 'Move names to another acme-dns server, or on with what is under way')
            [CompletionResult]::new('rename', 'rename', [CompletionResultType]::ParameterValue, 'Put a registration under another name, whose CNAME then has to lead to it')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Take a registration out of use; it is kept aside, and `restore` brings it back')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Bring back a registration that was set aside; the one in use now is set aside instead')
            [CompletionResult]::new('history', 'history', [CompletionResultType]::ParameterValue, 'Tell what happened to registrations, when, and why; what is kept aside included')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'certdns;registration;list' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'certdns;registration;show' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--probe', '--probe', [CompletionResultType]::ParameterName, 'Publish a harmless value with the credentials, and read it back: the proof that they work')
            [CompletionResult]::new('--offline', '--offline', [CompletionResultType]::ParameterName, 'Ask nobody: what is taken over is not verified')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'certdns;registration;add' {
            [CompletionResult]::new('--username', '--username', [CompletionResultType]::ParameterName, 'Its user name; without it, the reply of `/register` is read from stdin')
            [CompletionResult]::new('--subdomain', '--subdomain', [CompletionResultType]::ParameterName, 'Its subdomain')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'The file with its password, or - for stdin')
            [CompletionResult]::new('--fulldomain', '--fulldomain', [CompletionResultType]::ParameterName, 'Where its CNAME leads; without it, --zone or the live CNAME tells')
            [CompletionResult]::new('--keep', '--keep', [CompletionResultType]::ParameterName, 'Where a name has another registration here: keep mine, take theirs, or whichever the live CNAME points to; what gives way is kept aside')
            [CompletionResult]::new('--zone', '--zone', [CompletionResultType]::ParameterName, 'The zone of the acme-dns server, for files that do not tell where the CNAME leads')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--probe', '--probe', [CompletionResultType]::ParameterName, 'Publish a harmless value with the credentials, and read it back: the proof that they work')
            [CompletionResult]::new('--offline', '--offline', [CompletionResultType]::ParameterName, 'Ask nobody: what is taken over is not verified')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'certdns;registration;import' {
            [CompletionResult]::new('--keep', '--keep', [CompletionResultType]::ParameterName, 'Where a name has another registration here: keep mine, take theirs, or whichever the live CNAME points to; what gives way is kept aside')
            [CompletionResult]::new('--zone', '--zone', [CompletionResultType]::ParameterName, 'The zone of the acme-dns server, for files that do not tell where the CNAME leads')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--partial', '--partial', [CompletionResultType]::ParameterName, 'Take what is well in a file although something beside it is not')
            [CompletionResult]::new('--probe', '--probe', [CompletionResultType]::ParameterName, 'Publish a harmless value with the credentials, and read it back: the proof that they work')
            [CompletionResult]::new('--offline', '--offline', [CompletionResultType]::ParameterName, 'Ask nobody: what is taken over is not verified')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'certdns;registration;export' {
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Whose format')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'certdns;registration;move' {
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'The new server: certify (Certify DNS) or a base URL, with the credentials of `--acme-dns-user` and `--acme-dns-key-file` [default: where the names are on their way to, or the configured server]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Move every name that is registered elsewhere')
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'Tell how far the names are, and change nothing')
            [CompletionResult]::new('--cancel', '--cancel', [CompletionResultType]::ParameterName, 'Give the move up: the new registration is set aside, unless the CNAME leads there already')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'certdns;registration;rename' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'The one at this acme-dns server, where there are several')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Do not ask')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Do not ask')
            [CompletionResult]::new('--probe', '--probe', [CompletionResultType]::ParameterName, 'Publish a harmless value with the credentials, and read it back: the proof that they work')
            [CompletionResult]::new('--offline', '--offline', [CompletionResultType]::ParameterName, 'Ask nobody: what is taken over is not verified')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'certdns;registration;remove' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'The one at this acme-dns server, where there are several')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Do not ask')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Do not ask')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'certdns;registration;restore' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--probe', '--probe', [CompletionResultType]::ParameterName, 'Publish a harmless value with the credentials, and read it back: the proof that they work')
            [CompletionResult]::new('--offline', '--offline', [CompletionResultType]::ParameterName, 'Ask nobody: what is taken over is not verified')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'certdns;registration;history' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'certdns;registration;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List registrations, where they come from, the certificates that need them, and what is kept aside')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show the registrations of a name, what became of them, and what DNS shows; never a password')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a registration that is there already: from its parts, or a pasted reply of `/register` on stdin')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Take over registrations of other clients; the format is recognised')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Write registrations with their passwords to a new file, for its owner only, in the format of any client')
            [CompletionResult]::new('move', 'move', [CompletionResultType]::ParameterValue, 'Move names to another acme-dns server, or on with what is under way')
            [CompletionResult]::new('rename', 'rename', [CompletionResultType]::ParameterValue, 'Put a registration under another name, whose CNAME then has to lead to it')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Take a registration out of use; it is kept aside, and `restore` brings it back')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Bring back a registration that was set aside; the one in use now is set aside instead')
            [CompletionResult]::new('history', 'history', [CompletionResultType]::ParameterValue, 'Tell what happened to registrations, when, and why; what is kept aside included')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'certdns;registration;help;list' {
            break
        }
        'certdns;registration;help;show' {
            break
        }
        'certdns;registration;help;add' {
            break
        }
        'certdns;registration;help;import' {
            break
        }
        'certdns;registration;help;export' {
            break
        }
        'certdns;registration;help;move' {
            break
        }
        'certdns;registration;help;rename' {
            break
        }
        'certdns;registration;help;remove' {
            break
        }
        'certdns;registration;help;restore' {
            break
        }
        'certdns;registration;help;history' {
            break
        }
        'certdns;registration;help;help' {
            break
        }
        'certdns;bundle' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Put registrations into one encrypted file, for its owner only')
            [CompletionResult]::new('open', 'open', [CompletionResultType]::ParameterValue, 'Take over what is in a bundle: all of its registrations, or nothing')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'certdns;bundle;create' {
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'The file to make; one that is there is not touched')
            [CompletionResult]::new('-r', '-r', [CompletionResultType]::ParameterName, 'Encrypt for the owner of this key (age1...), instead of with a passphrase; repeatable')
            [CompletionResult]::new('--recipient', '--recipient', [CompletionResultType]::ParameterName, 'Encrypt for the owner of this key (age1...), instead of with a passphrase; repeatable')
            [CompletionResult]::new('-R', '-R ', [CompletionResultType]::ParameterName, 'Encrypt for the keys in this file, one a line; repeatable')
            [CompletionResult]::new('--recipients-file', '--recipients-file', [CompletionResultType]::ParameterName, 'Encrypt for the keys in this file, one a line; repeatable')
            [CompletionResult]::new('--passphrase-file', '--passphrase-file', [CompletionResultType]::ParameterName, 'File with the passphrase; without it, and without recipients, a person is asked')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--with-accounts', '--with-accounts', [CompletionResultType]::ParameterName, 'The ACME accounts with their keys, too, all of them')
            [CompletionResult]::new('--with-lineages', '--with-lineages', [CompletionResultType]::ParameterName, 'The settings of lineages, too: names, CA, kind of key, outputs and hooks; never certificates and their keys. With names, those that have no other')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'As text, for mail and forms')
            [CompletionResult]::new('--armor', '--armor', [CompletionResultType]::ParameterName, 'As text, for mail and forms')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'certdns;bundle;open' {
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'File with the key that opens it, as `age-keygen` wrote it; repeatable')
            [CompletionResult]::new('--identity', '--identity', [CompletionResultType]::ParameterName, 'File with the key that opens it, as `age-keygen` wrote it; repeatable')
            [CompletionResult]::new('--passphrase-file', '--passphrase-file', [CompletionResultType]::ParameterName, 'File with the passphrase; without it, a person is asked')
            [CompletionResult]::new('--keep', '--keep', [CompletionResultType]::ParameterName, 'Where a name has another registration here: keep mine, take theirs, or whichever the live CNAME points to; what gives way is kept aside')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--list', '--list', [CompletionResultType]::ParameterName, 'Tell what is inside, and what would be taken; change nothing')
            [CompletionResult]::new('--without-accounts', '--without-accounts', [CompletionResultType]::ParameterName, 'Leave the ACME accounts that are in it')
            [CompletionResult]::new('--without-lineages', '--without-lineages', [CompletionResultType]::ParameterName, 'Leave the settings of lineages that are in it')
            [CompletionResult]::new('--probe', '--probe', [CompletionResultType]::ParameterName, 'Publish a harmless value with the credentials, and read it back: the proof that they work')
            [CompletionResult]::new('--offline', '--offline', [CompletionResultType]::ParameterName, 'Ask nobody: what is taken over is not verified')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'certdns;bundle;help' {
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Put registrations into one encrypted file, for its owner only')
            [CompletionResult]::new('open', 'open', [CompletionResultType]::ParameterValue, 'Take over what is in a bundle: all of its registrations, or nothing')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'certdns;bundle;help;create' {
            break
        }
        'certdns;bundle;help;open' {
            break
        }
        'certdns;bundle;help;help' {
            break
        }
        'certdns;ca' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the CAs that have a name here, and what each needs before it makes an account')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Ask a CA what it says about itself: terms, CAA identities, account binding, profiles, renewal information')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'certdns;ca;list' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'certdns;ca;show' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'certdns;ca;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the CAs that have a name here, and what each needs before it makes an account')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Ask a CA what it says about itself: terms, CAA identities, account binding, profiles, renewal information')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'certdns;ca;help;list' {
            break
        }
        'certdns;ca;help;show' {
            break
        }
        'certdns;ca;help;help' {
            break
        }
        'certdns;sandbox' {
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'Keep the lab''s files and the state here [default: a temporary directory]')
            [CompletionResult]::new('--history', '--history', [CompletionResultType]::ParameterName, 'Write every request that CA and acme-dns server get, as JSON lines')
            [CompletionResult]::new('--bad-nonces', '--bad-nonces', [CompletionResultType]::ParameterName, 'Percentage of good nonces that the CA rejects')
            [CompletionResult]::new('--pending-polls', '--pending-polls', [CompletionResultType]::ParameterName, 'So many looks at an order find it pending or processing')
            [CompletionResult]::new('--retry-after', '--retry-after', [CompletionResultType]::ParameterName, '`Retry-After` of pending and processing orders, in seconds')
            [CompletionResult]::new('--lifetime', '--lifetime', [CompletionResultType]::ParameterName, 'Lifetime of certificates, such as 90d or 10m')
            [CompletionResult]::new('--eab', '--eab', [CompletionResultType]::ParameterName, 'Ask new accounts for this external account binding; the key is base64url, and the option may be repeated')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--tour', '--tour', [CompletionResultType]::ParameterName, 'Walk through the whole job, from registration to renewal, in ./certdns-tour')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'certdns;generate' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file, TOML [env: CERTDNS_CONFIG]')
            [CompletionResult]::new('--state-dir', '--state-dir', [CompletionResultType]::ParameterName, 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]')
            [CompletionResult]::new('--ca', '--ca', [CompletionResultType]::ParameterName, 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]')
            [CompletionResult]::new('--fallback-ca', '--fallback-ca', [CompletionResultType]::ParameterName, 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]')
            [CompletionResult]::new('--ca-root', '--ca-root', [CompletionResultType]::ParameterName, 'PEM roots to trust for the ACME server besides the system''s [env: CERTDNS_CA_ROOT]')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]')
            [CompletionResult]::new('--acme-dns', '--acme-dns', [CompletionResultType]::ParameterName, 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]')
            [CompletionResult]::new('--acme-dns-user', '--acme-dns-user', [CompletionResultType]::ParameterName, 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]')
            [CompletionResult]::new('--acme-dns-key-file', '--acme-dns-key-file', [CompletionResultType]::ParameterName, 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]')
            [CompletionResult]::new('--resolver', '--resolver', [CompletionResultType]::ParameterName, 'DNS resolver to ask instead of the system''s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]')
            [CompletionResult]::new('--perspective', '--perspective', [CompletionResultType]::ParameterName, 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]')
            [CompletionResult]::new('--dns-view', '--dns-view', [CompletionResultType]::ParameterName, 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]')
            [CompletionResult]::new('--name-server', '--name-server', [CompletionResultType]::ParameterName, 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Exactly one JSON document on stdout [env: CERTDNS_JSON]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'certdns;help' {
            [CompletionResult]::new('register', 'register', [CompletionResultType]::ParameterValue, 'Register names at the acme-dns server and print the CNAME of each')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Check names the way a CA would: delegation, name servers, DNSSEC, CAA')
            [CompletionResult]::new('caa', 'caa', [CompletionResultType]::ParameterValue, 'Show who may issue for names, and the CAA records that let only this ACME account issue')
            [CompletionResult]::new('issue', 'issue', [CompletionResultType]::ParameterValue, 'Get a certificate, registering and checking what is needed first')
            [CompletionResult]::new('renew', 'renew', [CompletionResultType]::ParameterValue, 'Renew every certificate that is due')
            [CompletionResult]::new('timer', 'timer', [CompletionResultType]::ParameterValue, 'Have `certdns renew` run by itself, every hour: by systemd, cron, launchd or Task Scheduler')
            [CompletionResult]::new('deploy', 'deploy', [CompletionResultType]::ParameterValue, 'Run the deploy hooks that failed or were cut short')
            [CompletionResult]::new('apply', 'apply', [CompletionResultType]::ParameterValue, 'Make the certificates as the configuration file lists them')
            [CompletionResult]::new('import-csv', 'import-csv', [CompletionResultType]::ParameterValue, 'Turn a CSV file, a certificate a line, into `[[certificate]]` entries of the configuration file')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List certificates and registrations')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a certificate: names, issuer, dates, fingerprints, chain, account and files')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show how every certificate fares: expiry, next renewal, last result, delegation, CAA; worst first')
            [CompletionResult]::new('history', 'history', [CompletionResultType]::ParameterValue, 'Show every certificate that a lineage has had: when, why, from which CA, and how long it took')
            [CompletionResult]::new('log', 'log', [CompletionResultType]::ParameterValue, 'List the runs that are remembered, or show what one of them told')
            [CompletionResult]::new('notify', 'notify', [CompletionResultType]::ParameterValue, 'Notices about certificates: try out whether they arrive')
            [CompletionResult]::new('revoke', 'revoke', [CompletionResultType]::ParameterValue, 'Revoke a certificate: of a lineage, one of its older generations, or in a file')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete a lineage: its certificates, its private keys, and its renewal')
            [CompletionResult]::new('acmeaccount', 'acmeaccount', [CompletionResultType]::ParameterValue, 'ACME accounts: add, list and change them; take them over from other clients; the CAA records that pin them')
            [CompletionResult]::new('registration', 'registration', [CompletionResultType]::ParameterValue, 'Registrations: list them, take them over from other clients, give them to others, set them aside')
            [CompletionResult]::new('bundle', 'bundle', [CompletionResultType]::ParameterValue, 'Carry registrations to another machine, or into a safe, in one encrypted file')
            [CompletionResult]::new('ca', 'ca', [CompletionResultType]::ParameterValue, 'CAs: list those with a name, or show what one says about itself')
            [CompletionResult]::new('sandbox', 'sandbox', [CompletionResultType]::ParameterValue, 'Start a CA, an acme-dns server and a DNS host on this machine, to try everything offline')
            [CompletionResult]::new('generate', 'generate', [CompletionResultType]::ParameterValue, 'Write man pages and shell completions below a directory')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'certdns;help;register' {
            break
        }
        'certdns;help;check' {
            break
        }
        'certdns;help;caa' {
            break
        }
        'certdns;help;issue' {
            break
        }
        'certdns;help;renew' {
            break
        }
        'certdns;help;timer' {
            [CompletionResult]::new('install', 'install', [CompletionResultType]::ParameterValue, 'Install the timer and start it; done again, bring it up to date')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show what is installed or would be, when it last ran, how that ended, and when it runs next')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Stop the timer and remove it')
            break
        }
        'certdns;help;timer;install' {
            break
        }
        'certdns;help;timer;show' {
            break
        }
        'certdns;help;timer;remove' {
            break
        }
        'certdns;help;deploy' {
            break
        }
        'certdns;help;apply' {
            break
        }
        'certdns;help;import-csv' {
            break
        }
        'certdns;help;list' {
            break
        }
        'certdns;help;show' {
            break
        }
        'certdns;help;status' {
            break
        }
        'certdns;help;history' {
            break
        }
        'certdns;help;log' {
            break
        }
        'certdns;help;notify' {
            [CompletionResult]::new('test', 'test', [CompletionResultType]::ParameterValue, 'Send a test notice everywhere, and a ping, and tell what came of each')
            break
        }
        'certdns;help;notify;test' {
            break
        }
        'certdns;help;revoke' {
            break
        }
        'certdns;help;delete' {
            break
        }
        'certdns;help;acmeaccount' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List accounts with their URI and the CAA records that pin them (RFC 8657); never a key')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Create an account at the CA, if there is none yet; with --account, one of that name')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show an account as the CA has it, and the certificates that are ordered with it')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change an account''s contact address at the CA, its name here, or whether it is the default')
            [CompletionResult]::new('rollover', 'rollover', [CompletionResultType]::ParameterValue, 'Give an account a new key; its URI, and what pins it, stays')
            [CompletionResult]::new('deactivate', 'deactivate', [CompletionResultType]::ParameterValue, 'End an account at the CA, for good; certificates stay valid')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Take over accounts of other ACME clients: certbot, lego, acme.sh, Posh-ACME, Caddy, Certify, or a bare key')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Write an account with its key to a new file, for its owner only')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Forget an account here, with its key; the CA does not hear of it')
            break
        }
        'certdns;help;acmeaccount;list' {
            break
        }
        'certdns;help;acmeaccount;add' {
            break
        }
        'certdns;help;acmeaccount;show' {
            break
        }
        'certdns;help;acmeaccount;update' {
            break
        }
        'certdns;help;acmeaccount;rollover' {
            break
        }
        'certdns;help;acmeaccount;deactivate' {
            break
        }
        'certdns;help;acmeaccount;import' {
            break
        }
        'certdns;help;acmeaccount;export' {
            break
        }
        'certdns;help;acmeaccount;remove' {
            break
        }
        'certdns;help;registration' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List registrations, where they come from, the certificates that need them, and what is kept aside')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show the registrations of a name, what became of them, and what DNS shows; never a password')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a registration that is there already: from its parts, or a pasted reply of `/register` on stdin')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Take over registrations of other clients; the format is recognised')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Write registrations with their passwords to a new file, for its owner only, in the format of any client')
            [CompletionResult]::new('move', 'move', [CompletionResultType]::ParameterValue, 'Move names to another acme-dns server, or on with what is under way')
            [CompletionResult]::new('rename', 'rename', [CompletionResultType]::ParameterValue, 'Put a registration under another name, whose CNAME then has to lead to it')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Take a registration out of use; it is kept aside, and `restore` brings it back')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Bring back a registration that was set aside; the one in use now is set aside instead')
            [CompletionResult]::new('history', 'history', [CompletionResultType]::ParameterValue, 'Tell what happened to registrations, when, and why; what is kept aside included')
            break
        }
        'certdns;help;registration;list' {
            break
        }
        'certdns;help;registration;show' {
            break
        }
        'certdns;help;registration;add' {
            break
        }
        'certdns;help;registration;import' {
            break
        }
        'certdns;help;registration;export' {
            break
        }
        'certdns;help;registration;move' {
            break
        }
        'certdns;help;registration;rename' {
            break
        }
        'certdns;help;registration;remove' {
            break
        }
        'certdns;help;registration;restore' {
            break
        }
        'certdns;help;registration;history' {
            break
        }
        'certdns;help;bundle' {
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Put registrations into one encrypted file, for its owner only')
            [CompletionResult]::new('open', 'open', [CompletionResultType]::ParameterValue, 'Take over what is in a bundle: all of its registrations, or nothing')
            break
        }
        'certdns;help;bundle;create' {
            break
        }
        'certdns;help;bundle;open' {
            break
        }
        'certdns;help;ca' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the CAs that have a name here, and what each needs before it makes an account')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Ask a CA what it says about itself: terms, CAA identities, account binding, profiles, renewal information')
            break
        }
        'certdns;help;ca;list' {
            break
        }
        'certdns;help;ca;show' {
            break
        }
        'certdns;help;sandbox' {
            break
        }
        'certdns;help;generate' {
            break
        }
        'certdns;help;help' {
            break
        }
    })

    $completions.Where{ $_.CompletionText -like "$wordToComplete*" } |
        Sort-Object -Property ListItemText
}
