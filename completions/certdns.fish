# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_certdns_global_optspecs
    string join \n config= state-dir= ca= fallback-ca= ca-root= account= acme-dns= acme-dns-user= acme-dns-key-file= resolver= perspective= dns-view= name-server= allow-http json q/quiet v/verbose color= h/help V/version
end

function __fish_certdns_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_certdns_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_certdns_using_subcommand
    set -l cmd (__fish_certdns_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c certdns -n "__fish_certdns_needs_command" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_needs_command" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_needs_command" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_needs_command" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_needs_command" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_needs_command" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_needs_command" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_needs_command" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_needs_command" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_needs_command" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_needs_command" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_needs_command" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_needs_command" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_needs_command" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_needs_command" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_needs_command" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_needs_command" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_needs_command" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_needs_command" -s V -l version -d 'Print version'
complete -c certdns -n "__fish_certdns_needs_command" -f -a "register" -d 'Register names at the acme-dns server and print the CNAME of each'
complete -c certdns -n "__fish_certdns_needs_command" -f -a "check" -d 'Check names the way a CA would: delegation, name servers, DNSSEC, CAA'
complete -c certdns -n "__fish_certdns_needs_command" -f -a "caa" -d 'Show who may issue for names, and the CAA records that let only this ACME account issue'
complete -c certdns -n "__fish_certdns_needs_command" -f -a "issue" -d 'Get a certificate, registering and checking what is needed first'
complete -c certdns -n "__fish_certdns_needs_command" -f -a "renew" -d 'Renew every certificate that is due'
complete -c certdns -n "__fish_certdns_needs_command" -f -a "timer" -d 'Have `certdns renew` run by itself, every hour: by systemd, cron, launchd or Task Scheduler'
complete -c certdns -n "__fish_certdns_needs_command" -f -a "deploy" -d 'Run the deploy hooks that failed or were cut short'
complete -c certdns -n "__fish_certdns_needs_command" -f -a "apply" -d 'Make the certificates as the configuration file lists them'
complete -c certdns -n "__fish_certdns_needs_command" -f -a "import-csv" -d 'Turn a CSV file, a certificate a line, into `[[certificate]]` entries of the configuration file'
complete -c certdns -n "__fish_certdns_needs_command" -f -a "list" -d 'List certificates and registrations'
complete -c certdns -n "__fish_certdns_needs_command" -f -a "show" -d 'Show a certificate: names, issuer, dates, fingerprints, chain, account and files'
complete -c certdns -n "__fish_certdns_needs_command" -f -a "status" -d 'Show how every certificate fares: expiry, next renewal, last result, delegation, CAA; worst first'
complete -c certdns -n "__fish_certdns_needs_command" -f -a "history" -d 'Show every certificate that a lineage has had: when, why, from which CA, and how long it took'
complete -c certdns -n "__fish_certdns_needs_command" -f -a "log" -d 'List the runs that are remembered, or show what one of them told'
complete -c certdns -n "__fish_certdns_needs_command" -f -a "notify" -d 'Notices about certificates: try out whether they arrive'
complete -c certdns -n "__fish_certdns_needs_command" -f -a "revoke" -d 'Revoke a certificate: of a lineage, one of its older generations, or in a file'
complete -c certdns -n "__fish_certdns_needs_command" -f -a "delete" -d 'Delete a lineage: its certificates, its private keys, and its renewal'
complete -c certdns -n "__fish_certdns_needs_command" -f -a "acmeaccount" -d 'ACME accounts: add, list and change them; take them over from other clients; the CAA records that pin them'
complete -c certdns -n "__fish_certdns_needs_command" -f -a "registration" -d 'Registrations: list them, take them over from other clients, give them to others, set them aside'
complete -c certdns -n "__fish_certdns_needs_command" -f -a "bundle" -d 'Carry registrations to another machine, or into a safe, in one encrypted file'
complete -c certdns -n "__fish_certdns_needs_command" -f -a "ca" -d 'CAs: list those with a name, or show what one says about itself'
complete -c certdns -n "__fish_certdns_needs_command" -f -a "sandbox" -d 'Start a CA, an acme-dns server and a DNS host on this machine, to try everything offline'
complete -c certdns -n "__fish_certdns_needs_command" -f -a "generate" -d 'Write man pages and shell completions below a directory'
complete -c certdns -n "__fish_certdns_needs_command" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c certdns -n "__fish_certdns_using_subcommand register" -l allow-from -d 'Let only this network update the registration; repeatable' -r
complete -c certdns -n "__fish_certdns_using_subcommand register" -l wait -d 'Watch DNS until every CNAME stands, at most this long' -r
complete -c certdns -n "__fish_certdns_using_subcommand register" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand register" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand register" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand register" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand register" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand register" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand register" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand register" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand register" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand register" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand register" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand register" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand register" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand register" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand register" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand register" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand register" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand register" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand register" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand check" -l watch -d 'Follow the names until all are well, at most this long if a duration is given' -r
complete -c certdns -n "__fish_certdns_using_subcommand check" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand check" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand check" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand check" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand check" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand check" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand check" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand check" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand check" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand check" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand check" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand check" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand check" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand check" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand check" -l probe -d 'Publish a harmless value and read it back through the whole chain: the proof from end to end'
complete -c certdns -n "__fish_certdns_using_subcommand check" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand check" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand check" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand check" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand caa" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand caa" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand caa" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand caa" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand caa" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand caa" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand caa" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand caa" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand caa" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand caa" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand caa" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand caa" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand caa" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand caa" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand caa" -l lock -d 'Let nobody but this account at this CA issue, and by dns-01 only'
complete -c certdns -n "__fish_certdns_using_subcommand caa" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand caa" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand caa" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand caa" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand caa" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand issue" -s d -l domain -d 'A name for the certificate; repeatable. Wildcards: \'*.example.com\'' -r
complete -c certdns -n "__fish_certdns_using_subcommand issue" -l name -d 'Name of the lineage, which names the directory the files are in [default: the first name]' -r
complete -c certdns -n "__fish_certdns_using_subcommand issue" -l key-type -d 'Kind of private key: ecdsa-p256, ecdsa-p384, rsa2048, rsa3072 or rsa4096 [default: ecdsa-p256]' -r
complete -c certdns -n "__fish_certdns_using_subcommand issue" -l reuse-key -d 'Keep the private key at every renewal; `--reuse-key=false` ends that' -r -f -a "true\t''
false\t''"
complete -c certdns -n "__fish_certdns_using_subcommand issue" -l csr -d 'Have this certificate request signed (PEM or DER): its names, its key, which stays where it is' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand issue" -l profile -d 'Kind of certificate, as `certdns ca show` lists them; empty: the CA\'s usual one' -r
complete -c certdns -n "__fish_certdns_using_subcommand issue" -l preferred-chain -d 'Prefer the chain that ends at the root of this common name, such as "ISRG Root X1"; empty: the CA\'s usual one' -r
complete -c certdns -n "__fish_certdns_using_subcommand issue" -l not-after -d 'Until when the certificate is good, where the CA takes it: a date for this one (2027-01-31, 2027-01-31T12:00:00Z), or how long for all of them (7d, 36h); empty: as long as the CA likes' -r
complete -c certdns -n "__fish_certdns_using_subcommand issue" -l renew-before -d 'Renew with so much left: a part of the lifetime (1/3, 25%) or a length of time (30d); empty: as everywhere' -r
complete -c certdns -n "__fish_certdns_using_subcommand issue" -l email -d 'Contact address for a new ACME account [env: CERTDNS_EMAIL]' -r
complete -c certdns -n "__fish_certdns_using_subcommand issue" -l wait -d 'Watch DNS until every CNAME stands, at most this long' -r
complete -c certdns -n "__fish_certdns_using_subcommand issue" -l pfx-password-file -d 'File with the password of certificate.pfx, on its first line; implies `--pfx` [default: one is made, in pfx-password.txt]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand issue" -l install -d 'Copy WHAT (fullchain, cert, chain, privkey, combined, pfx, cert-der, privkey-der) to a file; repeatable. With the private key in it the mode is 0600 unless given, else 0644. A symbolic link there is refused' -r
complete -c certdns -n "__fish_certdns_using_subcommand issue" -l pre-hook -d 'Run this before a certificate is obtained, once in a run; repeatable. Where it fails nothing is ordered' -r
complete -c certdns -n "__fish_certdns_using_subcommand issue" -l deploy-hook -d 'Run this when the new certificate is live; repeatable. A line for the shell ("nginx -s reload"), or without a shell: "@systemd-reload UNIT", "@signal PIDFILE SIGNAL", "@exec PROGRAM [ARGUMENT]...". It runs once for all lineages of a run that want it, at the end; with "@each " before it, or where it names a variable of one lineage such as $CERTDNS_LIVE or $RENEWED_LINEAGE, once for each. It is run again by the next `renew` where it fails' -r
complete -c certdns -n "__fish_certdns_using_subcommand issue" -l post-hook -d 'Run this at the end, whether a certificate could be obtained or not; repeatable' -r
complete -c certdns -n "__fish_certdns_using_subcommand issue" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand issue" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand issue" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand issue" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand issue" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand issue" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand issue" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand issue" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand issue" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand issue" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand issue" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand issue" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand issue" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand issue" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand issue" -l expand -d 'Add the names given to those that the lineage has; what a new wildcard covers goes'
complete -c certdns -n "__fish_certdns_using_subcommand issue" -l new-key -d 'Make a new private key now, although the certificate is not due or the key is kept'
complete -c certdns -n "__fish_certdns_using_subcommand issue" -l agree-tos -d 'Agree to the CA\'s terms of service [env: CERTDNS_AGREE_TOS]'
complete -c certdns -n "__fish_certdns_using_subcommand issue" -l force -d 'Issue although the certificate is not due'
complete -c certdns -n "__fish_certdns_using_subcommand issue" -l dry-run -d 'Do everything but keep a certificate, at the CA\'s staging twin where it has one. Names are registered and an ACME account is made there, as for any order'
complete -c certdns -n "__fish_certdns_using_subcommand issue" -l combined -d 'Make combined.pem: certificate, chain and key in one file, as HAProxy reads it'
complete -c certdns -n "__fish_certdns_using_subcommand issue" -l pfx -d 'Make certificate.pfx: PKCS#12, protected with AES-256 and SHA-256'
complete -c certdns -n "__fish_certdns_using_subcommand issue" -l pfx-legacy -d 'Make certificate.pfx for Windows before Server 2019 and Java before 8u301: 3DES, RC2 and SHA-1'
complete -c certdns -n "__fish_certdns_using_subcommand issue" -l der -d 'Make cert.der and privkey.der'
complete -c certdns -n "__fish_certdns_using_subcommand issue" -l forget-outputs -d 'Forget the outputs asked for before; copies stay where they are'
complete -c certdns -n "__fish_certdns_using_subcommand issue" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand issue" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand issue" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand issue" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand issue" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand renew" -l jitter -d 'Begin after a random part of this time when something is due, but at once on a terminal [default: 1m] [env: CERTDNS_JITTER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand renew" -l jobs -d 'So many certificates side by side [default: 10] [env: CERTDNS_JOBS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand renew" -l pre-hook -d 'Run this before a certificate is obtained, once in a run; repeatable. Where it fails nothing is ordered' -r
complete -c certdns -n "__fish_certdns_using_subcommand renew" -l deploy-hook -d 'Run this when the new certificate is live; repeatable. A line for the shell ("nginx -s reload"), or without a shell: "@systemd-reload UNIT", "@signal PIDFILE SIGNAL", "@exec PROGRAM [ARGUMENT]...". It runs once for all lineages of a run that want it, at the end; with "@each " before it, or where it names a variable of one lineage such as $CERTDNS_LIVE or $RENEWED_LINEAGE, once for each. It is run again by the next `renew` where it fails' -r
complete -c certdns -n "__fish_certdns_using_subcommand renew" -l post-hook -d 'Run this at the end, whether a certificate could be obtained or not; repeatable' -r
complete -c certdns -n "__fish_certdns_using_subcommand renew" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand renew" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand renew" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand renew" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand renew" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand renew" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand renew" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand renew" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand renew" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand renew" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand renew" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand renew" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand renew" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand renew" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand renew" -l force -d 'Renew although they are not due, or failed a moment ago'
complete -c certdns -n "__fish_certdns_using_subcommand renew" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand renew" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand renew" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand renew" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand renew" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand timer; and not __fish_seen_subcommand_from install show remove help" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand timer; and not __fish_seen_subcommand_from install show remove help" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand timer; and not __fish_seen_subcommand_from install show remove help" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand timer; and not __fish_seen_subcommand_from install show remove help" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand timer; and not __fish_seen_subcommand_from install show remove help" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand timer; and not __fish_seen_subcommand_from install show remove help" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand timer; and not __fish_seen_subcommand_from install show remove help" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand timer; and not __fish_seen_subcommand_from install show remove help" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand timer; and not __fish_seen_subcommand_from install show remove help" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand timer; and not __fish_seen_subcommand_from install show remove help" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand timer; and not __fish_seen_subcommand_from install show remove help" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand timer; and not __fish_seen_subcommand_from install show remove help" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand timer; and not __fish_seen_subcommand_from install show remove help" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand timer; and not __fish_seen_subcommand_from install show remove help" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand timer; and not __fish_seen_subcommand_from install show remove help" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand timer; and not __fish_seen_subcommand_from install show remove help" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand timer; and not __fish_seen_subcommand_from install show remove help" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand timer; and not __fish_seen_subcommand_from install show remove help" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand timer; and not __fish_seen_subcommand_from install show remove help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand timer; and not __fish_seen_subcommand_from install show remove help" -f -a "install" -d 'Install the timer and start it; done again, bring it up to date'
complete -c certdns -n "__fish_certdns_using_subcommand timer; and not __fish_seen_subcommand_from install show remove help" -f -a "show" -d 'Show what is installed or would be, when it last ran, how that ended, and when it runs next'
complete -c certdns -n "__fish_certdns_using_subcommand timer; and not __fish_seen_subcommand_from install show remove help" -f -a "remove" -d 'Stop the timer and remove it'
complete -c certdns -n "__fish_certdns_using_subcommand timer; and not __fish_seen_subcommand_from install show remove help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from install" -l for -d 'Another scheduler than this system\'s; `show` then tells what another system would be given' -r -f -a "systemd\t''
cron\t''
launchd\t''
task-scheduler\t''"
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from install" -l root -d 'Files below this directory instead of `/`, for packages and images: enabled, but not started' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from install" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from install" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from install" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from install" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from install" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from install" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from install" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from install" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from install" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from install" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from install" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from install" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from install" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from install" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from install" -l system -d 'For the whole system, run by root; the default for root and on Windows'
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from install" -l user -d 'For yourself; the default for everybody else'
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from install" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from install" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from install" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from install" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from install" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from show" -l for -d 'Another scheduler than this system\'s; `show` then tells what another system would be given' -r -f -a "systemd\t''
cron\t''
launchd\t''
task-scheduler\t''"
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from show" -l root -d 'Files below this directory instead of `/`, for packages and images: enabled, but not started' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from show" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from show" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from show" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from show" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from show" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from show" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from show" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from show" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from show" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from show" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from show" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from show" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from show" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from show" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from show" -l system -d 'For the whole system, run by root; the default for root and on Windows'
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from show" -l user -d 'For yourself; the default for everybody else'
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from show" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from show" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from remove" -l for -d 'Another scheduler than this system\'s; `show` then tells what another system would be given' -r -f -a "systemd\t''
cron\t''
launchd\t''
task-scheduler\t''"
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from remove" -l root -d 'Files below this directory instead of `/`, for packages and images: enabled, but not started' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from remove" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from remove" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from remove" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from remove" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from remove" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from remove" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from remove" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from remove" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from remove" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from remove" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from remove" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from remove" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from remove" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from remove" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from remove" -l system -d 'For the whole system, run by root; the default for root and on Windows'
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from remove" -l user -d 'For yourself; the default for everybody else'
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from remove" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from remove" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from help" -f -a "install" -d 'Install the timer and start it; done again, bring it up to date'
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show what is installed or would be, when it last ran, how that ended, and when it runs next'
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from help" -f -a "remove" -d 'Stop the timer and remove it'
complete -c certdns -n "__fish_certdns_using_subcommand timer; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c certdns -n "__fish_certdns_using_subcommand deploy" -l deploy-hook -d 'Always empty (\'\'): forget hooks that only one run was given and that are still owed' -r
complete -c certdns -n "__fish_certdns_using_subcommand deploy" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand deploy" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand deploy" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand deploy" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand deploy" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand deploy" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand deploy" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand deploy" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand deploy" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand deploy" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand deploy" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand deploy" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand deploy" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand deploy" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand deploy" -l force -d 'Run all deploy hooks, although they were run for the live certificate'
complete -c certdns -n "__fish_certdns_using_subcommand deploy" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand deploy" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand deploy" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand deploy" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand deploy" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand apply" -l email -d 'Contact address for a new ACME account [env: CERTDNS_EMAIL]' -r
complete -c certdns -n "__fish_certdns_using_subcommand apply" -l wait -d 'Watch DNS until every CNAME stands, at most this long' -r
complete -c certdns -n "__fish_certdns_using_subcommand apply" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand apply" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand apply" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand apply" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand apply" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand apply" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand apply" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand apply" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand apply" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand apply" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand apply" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand apply" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand apply" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand apply" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand apply" -l plan -d 'Tell what would be done, and do nothing. Exit code 0, whatever that is'
complete -c certdns -n "__fish_certdns_using_subcommand apply" -l offline -d 'With `--plan`: do not look at delegations, either'
complete -c certdns -n "__fish_certdns_using_subcommand apply" -l prune -d 'Delete the lineages that the file does not list, as `certdns delete` does, once all that it lists are there'
complete -c certdns -n "__fish_certdns_using_subcommand apply" -s y -l yes -d 'Do not ask'
complete -c certdns -n "__fish_certdns_using_subcommand apply" -l agree-tos -d 'Agree to the CA\'s terms of service [env: CERTDNS_AGREE_TOS]'
complete -c certdns -n "__fish_certdns_using_subcommand apply" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand apply" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand apply" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand apply" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand apply" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand import-csv" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand import-csv" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand import-csv" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand import-csv" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand import-csv" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand import-csv" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand import-csv" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand import-csv" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand import-csv" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand import-csv" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand import-csv" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand import-csv" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand import-csv" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand import-csv" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand import-csv" -l write -d 'Add the entries to the configuration file; what is there stays as it is, comments included'
complete -c certdns -n "__fish_certdns_using_subcommand import-csv" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand import-csv" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand import-csv" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand import-csv" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand import-csv" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand list" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand list" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand list" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand list" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand list" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand list" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand list" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand list" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand list" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand list" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand list" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand list" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand list" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand list" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand list" -l offline -d 'Ask nobody; CAA is left out'
complete -c certdns -n "__fish_certdns_using_subcommand list" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand list" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand list" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand list" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand show" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand show" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand show" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand show" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand show" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand show" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand show" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand show" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand show" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand show" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand show" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand show" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand show" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand show" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand show" -l offline -d 'Ask nobody; the CA\'s wish for renewal is left out'
complete -c certdns -n "__fish_certdns_using_subcommand show" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand show" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand show" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand show" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand status" -l warn -d 'Warn when so much or less is left: a duration such as 14d, or a part of the lifetime such as 1/6 At most the time between renewal and expiry counts, so that it suits short certificates, too [env: CERTDNS_WARN]' -r
complete -c certdns -n "__fish_certdns_using_subcommand status" -l crit -d 'The same for critical, at most half of that time [env: CERTDNS_CRIT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand status" -l format -d 'What to write; `--json` is the same as `--format json`' -r -f -a "text\t'A table for people'
nagios\t'One line and an exit code, as Nagios, Icinga and their like run plugins'
prometheus\t'Metrics for Prometheus'
html\t'One page that needs nothing else'
json\t'Everything, for scripts'"
complete -c certdns -n "__fish_certdns_using_subcommand status" -l output -d 'Write it to this file, atomically and for everybody to read, instead of stdout' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand status" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand status" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand status" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand status" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand status" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand status" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand status" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand status" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand status" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand status" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand status" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand status" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand status" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand status" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand status" -l check -d 'Look at delegations and CAA now'
complete -c certdns -n "__fish_certdns_using_subcommand status" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand status" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand status" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand status" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand history" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand history" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand history" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand history" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand history" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand history" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand history" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand history" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand history" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand history" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand history" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand history" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand history" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand history" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand history" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand history" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand history" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand history" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand history" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand log" -l last -d 'So many runs are listed' -r
complete -c certdns -n "__fish_certdns_using_subcommand log" -l lineage -d 'Only what is about this lineage' -r
complete -c certdns -n "__fish_certdns_using_subcommand log" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand log" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand log" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand log" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand log" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand log" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand log" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand log" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand log" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand log" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand log" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand log" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand log" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand log" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand log" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand log" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand log" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand log" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand log" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand notify; and not __fish_seen_subcommand_from test help" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand notify; and not __fish_seen_subcommand_from test help" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand notify; and not __fish_seen_subcommand_from test help" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand notify; and not __fish_seen_subcommand_from test help" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand notify; and not __fish_seen_subcommand_from test help" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand notify; and not __fish_seen_subcommand_from test help" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand notify; and not __fish_seen_subcommand_from test help" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand notify; and not __fish_seen_subcommand_from test help" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand notify; and not __fish_seen_subcommand_from test help" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand notify; and not __fish_seen_subcommand_from test help" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand notify; and not __fish_seen_subcommand_from test help" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand notify; and not __fish_seen_subcommand_from test help" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand notify; and not __fish_seen_subcommand_from test help" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand notify; and not __fish_seen_subcommand_from test help" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand notify; and not __fish_seen_subcommand_from test help" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand notify; and not __fish_seen_subcommand_from test help" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand notify; and not __fish_seen_subcommand_from test help" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand notify; and not __fish_seen_subcommand_from test help" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand notify; and not __fish_seen_subcommand_from test help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand notify; and not __fish_seen_subcommand_from test help" -f -a "test" -d 'Send a test notice everywhere, and a ping, and tell what came of each'
complete -c certdns -n "__fish_certdns_using_subcommand notify; and not __fish_seen_subcommand_from test help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c certdns -n "__fish_certdns_using_subcommand notify; and __fish_seen_subcommand_from test" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand notify; and __fish_seen_subcommand_from test" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand notify; and __fish_seen_subcommand_from test" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand notify; and __fish_seen_subcommand_from test" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand notify; and __fish_seen_subcommand_from test" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand notify; and __fish_seen_subcommand_from test" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand notify; and __fish_seen_subcommand_from test" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand notify; and __fish_seen_subcommand_from test" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand notify; and __fish_seen_subcommand_from test" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand notify; and __fish_seen_subcommand_from test" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand notify; and __fish_seen_subcommand_from test" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand notify; and __fish_seen_subcommand_from test" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand notify; and __fish_seen_subcommand_from test" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand notify; and __fish_seen_subcommand_from test" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand notify; and __fish_seen_subcommand_from test" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand notify; and __fish_seen_subcommand_from test" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand notify; and __fish_seen_subcommand_from test" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand notify; and __fish_seen_subcommand_from test" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand notify; and __fish_seen_subcommand_from test" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand notify; and __fish_seen_subcommand_from help" -f -a "test" -d 'Send a test notice everywhere, and a ping, and tell what came of each'
complete -c certdns -n "__fish_certdns_using_subcommand notify; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c certdns -n "__fish_certdns_using_subcommand revoke" -l generation -d 'Revoke this generation of the lineage instead of the live one' -r
complete -c certdns -n "__fish_certdns_using_subcommand revoke" -l file -d 'Revoke the certificate in this file, PEM' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand revoke" -l key-file -d 'The private key of the certificate, PKCS#8 PEM, where it is not stored here; implies `--with-certificate-key`' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand revoke" -l reason -d 'Why: unspecified, keyCompromise, affiliationChanged, superseded or cessationOfOperation' -r
complete -c certdns -n "__fish_certdns_using_subcommand revoke" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand revoke" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand revoke" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand revoke" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand revoke" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand revoke" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand revoke" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand revoke" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand revoke" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand revoke" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand revoke" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand revoke" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand revoke" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand revoke" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand revoke" -l with-certificate-key -d 'Sign with the private key of the certificate instead of the account\'s'
complete -c certdns -n "__fish_certdns_using_subcommand revoke" -s y -l yes -d 'Do not ask'
complete -c certdns -n "__fish_certdns_using_subcommand revoke" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand revoke" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand revoke" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand revoke" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand revoke" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand delete" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand delete" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand delete" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand delete" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand delete" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand delete" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand delete" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand delete" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand delete" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand delete" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand delete" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand delete" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand delete" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand delete" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand delete" -s y -l yes -d 'Do not ask'
complete -c certdns -n "__fish_certdns_using_subcommand delete" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand delete" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand delete" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand delete" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and not __fish_seen_subcommand_from list add show update rollover deactivate import export remove help" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and not __fish_seen_subcommand_from list add show update rollover deactivate import export remove help" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and not __fish_seen_subcommand_from list add show update rollover deactivate import export remove help" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and not __fish_seen_subcommand_from list add show update rollover deactivate import export remove help" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and not __fish_seen_subcommand_from list add show update rollover deactivate import export remove help" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and not __fish_seen_subcommand_from list add show update rollover deactivate import export remove help" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and not __fish_seen_subcommand_from list add show update rollover deactivate import export remove help" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and not __fish_seen_subcommand_from list add show update rollover deactivate import export remove help" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and not __fish_seen_subcommand_from list add show update rollover deactivate import export remove help" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and not __fish_seen_subcommand_from list add show update rollover deactivate import export remove help" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and not __fish_seen_subcommand_from list add show update rollover deactivate import export remove help" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and not __fish_seen_subcommand_from list add show update rollover deactivate import export remove help" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and not __fish_seen_subcommand_from list add show update rollover deactivate import export remove help" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and not __fish_seen_subcommand_from list add show update rollover deactivate import export remove help" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and not __fish_seen_subcommand_from list add show update rollover deactivate import export remove help" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and not __fish_seen_subcommand_from list add show update rollover deactivate import export remove help" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and not __fish_seen_subcommand_from list add show update rollover deactivate import export remove help" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and not __fish_seen_subcommand_from list add show update rollover deactivate import export remove help" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and not __fish_seen_subcommand_from list add show update rollover deactivate import export remove help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and not __fish_seen_subcommand_from list add show update rollover deactivate import export remove help" -f -a "list" -d 'List accounts with their URI and the CAA records that pin them (RFC 8657); never a key'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and not __fish_seen_subcommand_from list add show update rollover deactivate import export remove help" -f -a "add" -d 'Create an account at the CA, if there is none yet; with --account, one of that name'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and not __fish_seen_subcommand_from list add show update rollover deactivate import export remove help" -f -a "show" -d 'Show an account as the CA has it, and the certificates that are ordered with it'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and not __fish_seen_subcommand_from list add show update rollover deactivate import export remove help" -f -a "update" -d 'Change an account\'s contact address at the CA, its name here, or whether it is the default'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and not __fish_seen_subcommand_from list add show update rollover deactivate import export remove help" -f -a "rollover" -d 'Give an account a new key; its URI, and what pins it, stays'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and not __fish_seen_subcommand_from list add show update rollover deactivate import export remove help" -f -a "deactivate" -d 'End an account at the CA, for good; certificates stay valid'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and not __fish_seen_subcommand_from list add show update rollover deactivate import export remove help" -f -a "import" -d 'Take over accounts of other ACME clients: certbot, lego, acme.sh, Posh-ACME, Caddy, Certify, or a bare key'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and not __fish_seen_subcommand_from list add show update rollover deactivate import export remove help" -f -a "export" -d 'Write an account with its key to a new file, for its owner only'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and not __fish_seen_subcommand_from list add show update rollover deactivate import export remove help" -f -a "remove" -d 'Forget an account here, with its key; the CA does not hear of it'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and not __fish_seen_subcommand_from list add show update rollover deactivate import export remove help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from list" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from list" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from list" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from list" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from list" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from list" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from list" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from list" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from list" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from list" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from list" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from list" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from list" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from list" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from list" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from list" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from add" -l email -d 'Contact address [env: CERTDNS_EMAIL]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from add" -l key-type -d 'Kind of account key: ecdsa-p256, ecdsa-p384, rsa2048, rsa3072, rsa4096 or, where the CA takes it, ed25519 [default: ecdsa-p256]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from add" -l eab-kid -d 'Key identifier of your account at the CA\'s site, where the CA wants one (external account binding) [env: CERTDNS_EAB_KID]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from add" -l eab-hmac-key-file -d 'File with the HMAC key that belongs to it, base64url [env: CERTDNS_EAB_HMAC_KEY_FILE, or the key in CERTDNS_EAB_HMAC_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from add" -l eab-algorithm -d 'What the binding is signed with: HS256 (default), HS384 or HS512 [env: CERTDNS_EAB_ALGORITHM]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from add" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from add" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from add" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from add" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from add" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from add" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from add" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from add" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from add" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from add" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from add" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from add" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from add" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from add" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from add" -l agree-tos -d 'Agree to the CA\'s terms of service [env: CERTDNS_AGREE_TOS]'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from add" -l default -d 'Use this account where no other is asked for'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from add" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from add" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from show" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from show" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from show" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from show" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from show" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from show" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from show" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from show" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from show" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from show" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from show" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from show" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from show" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from show" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from show" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from show" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from update" -l email -d 'New contact address' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from update" -l name -d 'What the account is called from now on, for --account' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from update" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from update" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from update" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from update" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from update" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from update" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from update" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from update" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from update" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from update" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from update" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from update" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from update" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from update" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from update" -l no-email -d 'Take the contact address away'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from update" -l default -d 'Use this account where no other is asked for'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from update" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from update" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from update" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from update" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from update" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from rollover" -l key-type -d 'Kind of the new key: ecdsa-p256, ecdsa-p384, rsa2048, rsa3072, rsa4096 or, where the CA takes it, ed25519 [default: that of the old key]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from rollover" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from rollover" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from rollover" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from rollover" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from rollover" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from rollover" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from rollover" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from rollover" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from rollover" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from rollover" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from rollover" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from rollover" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from rollover" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from rollover" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from rollover" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from rollover" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from rollover" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from rollover" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from rollover" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from deactivate" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from deactivate" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from deactivate" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from deactivate" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from deactivate" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from deactivate" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from deactivate" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from deactivate" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from deactivate" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from deactivate" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from deactivate" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from deactivate" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from deactivate" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from deactivate" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from deactivate" -l yes -d 'Do not ask'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from deactivate" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from deactivate" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from deactivate" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from deactivate" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from deactivate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from import" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from import" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from import" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from import" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from import" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from import" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from import" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from import" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from import" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from import" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from import" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from import" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from import" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from import" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from import" -l default -d 'Use this account where no other is asked for'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from import" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from import" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from import" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from export" -l format -d 'certdns: a JSON document with key, URI and CA; pem: the key alone, PKCS#8, for other clients' -r -f -a "certdns\t''
pem\t''"
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from export" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from export" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from export" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from export" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from export" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from export" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from export" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from export" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from export" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from export" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from export" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from export" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from export" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from export" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from export" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from export" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from export" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from remove" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from remove" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from remove" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from remove" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from remove" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from remove" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from remove" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from remove" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from remove" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from remove" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from remove" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from remove" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from remove" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from remove" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from remove" -l yes -d 'Do not ask'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from remove" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from remove" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from help" -f -a "list" -d 'List accounts with their URI and the CAA records that pin them (RFC 8657); never a key'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from help" -f -a "add" -d 'Create an account at the CA, if there is none yet; with --account, one of that name'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show an account as the CA has it, and the certificates that are ordered with it'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from help" -f -a "update" -d 'Change an account\'s contact address at the CA, its name here, or whether it is the default'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from help" -f -a "rollover" -d 'Give an account a new key; its URI, and what pins it, stays'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from help" -f -a "deactivate" -d 'End an account at the CA, for good; certificates stay valid'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from help" -f -a "import" -d 'Take over accounts of other ACME clients: certbot, lego, acme.sh, Posh-ACME, Caddy, Certify, or a bare key'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from help" -f -a "export" -d 'Write an account with its key to a new file, for its owner only'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from help" -f -a "remove" -d 'Forget an account here, with its key; the CA does not hear of it'
complete -c certdns -n "__fish_certdns_using_subcommand acmeaccount; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and not __fish_seen_subcommand_from list show add import export move rename remove restore history help" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand registration; and not __fish_seen_subcommand_from list show add import export move rename remove restore history help" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand registration; and not __fish_seen_subcommand_from list show add import export move rename remove restore history help" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and not __fish_seen_subcommand_from list show add import export move rename remove restore history help" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and not __fish_seen_subcommand_from list show add import export move rename remove restore history help" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand registration; and not __fish_seen_subcommand_from list show add import export move rename remove restore history help" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and not __fish_seen_subcommand_from list show add import export move rename remove restore history help" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and not __fish_seen_subcommand_from list show add import export move rename remove restore history help" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and not __fish_seen_subcommand_from list show add import export move rename remove restore history help" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand registration; and not __fish_seen_subcommand_from list show add import export move rename remove restore history help" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and not __fish_seen_subcommand_from list show add import export move rename remove restore history help" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and not __fish_seen_subcommand_from list show add import export move rename remove restore history help" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and not __fish_seen_subcommand_from list show add import export move rename remove restore history help" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and not __fish_seen_subcommand_from list show add import export move rename remove restore history help" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand registration; and not __fish_seen_subcommand_from list show add import export move rename remove restore history help" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and not __fish_seen_subcommand_from list show add import export move rename remove restore history help" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and not __fish_seen_subcommand_from list show add import export move rename remove restore history help" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and not __fish_seen_subcommand_from list show add import export move rename remove restore history help" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and not __fish_seen_subcommand_from list show add import export move rename remove restore history help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and not __fish_seen_subcommand_from list show add import export move rename remove restore history help" -f -a "list" -d 'List registrations, where they come from, the certificates that need them, and what is kept aside'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and not __fish_seen_subcommand_from list show add import export move rename remove restore history help" -f -a "show" -d 'Show the registrations of a name, what became of them, and what DNS shows; never a password'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and not __fish_seen_subcommand_from list show add import export move rename remove restore history help" -f -a "add" -d 'Add a registration that is there already: from its parts, or a pasted reply of `/register` on stdin'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and not __fish_seen_subcommand_from list show add import export move rename remove restore history help" -f -a "import" -d 'Take over registrations of other clients; the format is recognised'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and not __fish_seen_subcommand_from list show add import export move rename remove restore history help" -f -a "export" -d 'Write registrations with their passwords to a new file, for its owner only, in the format of any client'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and not __fish_seen_subcommand_from list show add import export move rename remove restore history help" -f -a "move" -d 'Move names to another acme-dns server, or on with what is under way'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and not __fish_seen_subcommand_from list show add import export move rename remove restore history help" -f -a "rename" -d 'Put a registration under another name, whose CNAME then has to lead to it'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and not __fish_seen_subcommand_from list show add import export move rename remove restore history help" -f -a "remove" -d 'Take a registration out of use; it is kept aside, and `restore` brings it back'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and not __fish_seen_subcommand_from list show add import export move rename remove restore history help" -f -a "restore" -d 'Bring back a registration that was set aside; the one in use now is set aside instead'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and not __fish_seen_subcommand_from list show add import export move rename remove restore history help" -f -a "history" -d 'Tell what happened to registrations, when, and why; what is kept aside included'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and not __fish_seen_subcommand_from list show add import export move rename remove restore history help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from list" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from list" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from list" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from list" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from list" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from list" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from list" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from list" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from list" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from list" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from list" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from list" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from list" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from list" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from list" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from list" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from show" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from show" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from show" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from show" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from show" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from show" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from show" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from show" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from show" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from show" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from show" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from show" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from show" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from show" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from show" -l probe -d 'Publish a harmless value with the credentials, and read it back: the proof that they work'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from show" -l offline -d 'Ask nobody: what is taken over is not verified'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from show" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from show" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from add" -l username -d 'Its user name; without it, the reply of `/register` is read from stdin' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from add" -l subdomain -d 'Its subdomain' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from add" -l password-file -d 'The file with its password, or - for stdin' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from add" -l fulldomain -d 'Where its CNAME leads; without it, --zone or the live CNAME tells' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from add" -l keep -d 'Where a name has another registration here: keep mine, take theirs, or whichever the live CNAME points to; what gives way is kept aside' -r -f -a "mine\t''
theirs\t''
dns\t''"
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from add" -l zone -d 'The zone of the acme-dns server, for files that do not tell where the CNAME leads' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from add" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from add" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from add" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from add" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from add" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from add" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from add" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from add" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from add" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from add" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from add" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from add" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from add" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from add" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from add" -l probe -d 'Publish a harmless value with the credentials, and read it back: the proof that they work'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from add" -l offline -d 'Ask nobody: what is taken over is not verified'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from add" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from add" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from import" -l keep -d 'Where a name has another registration here: keep mine, take theirs, or whichever the live CNAME points to; what gives way is kept aside' -r -f -a "mine\t''
theirs\t''
dns\t''"
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from import" -l zone -d 'The zone of the acme-dns server, for files that do not tell where the CNAME leads' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from import" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from import" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from import" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from import" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from import" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from import" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from import" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from import" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from import" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from import" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from import" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from import" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from import" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from import" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from import" -l partial -d 'Take what is well in a file although something beside it is not'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from import" -l probe -d 'Publish a harmless value with the credentials, and read it back: the proof that they work'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from import" -l offline -d 'Ask nobody: what is taken over is not verified'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from import" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from import" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from import" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from export" -l format -d 'Whose format' -r -f -a "certdns\t'Everything that is known, for `certdns registration import`'
goacmedns\t'lego, acme-dns-client and Caddy'
acme-dns-auth\t'acme-dns-auth.py and certbot-dns-acmedns'
go-acme-dns-manager\t'acme-dns-accounts.json'
acme.sh\t'The variables for the .conf of one certificate'
posh-acme\t'pluginvars.json'
win-acme\t'A folder of files; simple-acme too'
certify\t'A folder of files'"
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from export" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from export" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from export" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from export" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from export" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from export" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from export" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from export" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from export" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from export" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from export" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from export" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from export" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from export" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from export" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from export" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from export" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from move" -l to -d 'The new server: certify (Certify DNS) or a base URL, with the credentials of `--acme-dns-user` and `--acme-dns-key-file` [default: where the names are on their way to, or the configured server]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from move" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from move" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from move" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from move" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from move" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from move" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from move" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from move" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from move" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from move" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from move" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from move" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from move" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from move" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from move" -l all -d 'Move every name that is registered elsewhere'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from move" -l status -d 'Tell how far the names are, and change nothing'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from move" -l cancel -d 'Give the move up: the new registration is set aside, unless the CNAME leads there already'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from move" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from move" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from move" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from move" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from move" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from rename" -l at -d 'The one at this acme-dns server, where there are several' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from rename" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from rename" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from rename" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from rename" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from rename" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from rename" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from rename" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from rename" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from rename" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from rename" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from rename" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from rename" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from rename" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from rename" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from rename" -s y -l yes -d 'Do not ask'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from rename" -l probe -d 'Publish a harmless value with the credentials, and read it back: the proof that they work'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from rename" -l offline -d 'Ask nobody: what is taken over is not verified'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from rename" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from rename" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from rename" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from rename" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from rename" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from remove" -l at -d 'The one at this acme-dns server, where there are several' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from remove" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from remove" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from remove" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from remove" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from remove" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from remove" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from remove" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from remove" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from remove" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from remove" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from remove" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from remove" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from remove" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from remove" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from remove" -s y -l yes -d 'Do not ask'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from remove" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from remove" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from restore" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from restore" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from restore" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from restore" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from restore" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from restore" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from restore" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from restore" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from restore" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from restore" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from restore" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from restore" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from restore" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from restore" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from restore" -l probe -d 'Publish a harmless value with the credentials, and read it back: the proof that they work'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from restore" -l offline -d 'Ask nobody: what is taken over is not verified'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from restore" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from restore" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from restore" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from restore" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from restore" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from history" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from history" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from history" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from history" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from history" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from history" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from history" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from history" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from history" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from history" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from history" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from history" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from history" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from history" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from history" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from history" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from history" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from history" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from history" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from help" -f -a "list" -d 'List registrations, where they come from, the certificates that need them, and what is kept aside'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show the registrations of a name, what became of them, and what DNS shows; never a password'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from help" -f -a "add" -d 'Add a registration that is there already: from its parts, or a pasted reply of `/register` on stdin'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from help" -f -a "import" -d 'Take over registrations of other clients; the format is recognised'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from help" -f -a "export" -d 'Write registrations with their passwords to a new file, for its owner only, in the format of any client'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from help" -f -a "move" -d 'Move names to another acme-dns server, or on with what is under way'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from help" -f -a "rename" -d 'Put a registration under another name, whose CNAME then has to lead to it'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from help" -f -a "remove" -d 'Take a registration out of use; it is kept aside, and `restore` brings it back'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from help" -f -a "restore" -d 'Bring back a registration that was set aside; the one in use now is set aside instead'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from help" -f -a "history" -d 'Tell what happened to registrations, when, and why; what is kept aside included'
complete -c certdns -n "__fish_certdns_using_subcommand registration; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and not __fish_seen_subcommand_from create open help" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and not __fish_seen_subcommand_from create open help" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and not __fish_seen_subcommand_from create open help" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and not __fish_seen_subcommand_from create open help" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and not __fish_seen_subcommand_from create open help" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and not __fish_seen_subcommand_from create open help" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and not __fish_seen_subcommand_from create open help" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and not __fish_seen_subcommand_from create open help" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and not __fish_seen_subcommand_from create open help" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and not __fish_seen_subcommand_from create open help" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and not __fish_seen_subcommand_from create open help" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and not __fish_seen_subcommand_from create open help" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and not __fish_seen_subcommand_from create open help" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and not __fish_seen_subcommand_from create open help" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and not __fish_seen_subcommand_from create open help" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and not __fish_seen_subcommand_from create open help" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and not __fish_seen_subcommand_from create open help" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and not __fish_seen_subcommand_from create open help" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and not __fish_seen_subcommand_from create open help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and not __fish_seen_subcommand_from create open help" -f -a "create" -d 'Put registrations into one encrypted file, for its owner only'
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and not __fish_seen_subcommand_from create open help" -f -a "open" -d 'Take over what is in a bundle: all of its registrations, or nothing'
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and not __fish_seen_subcommand_from create open help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from create" -l to -d 'The file to make; one that is there is not touched' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from create" -s r -l recipient -d 'Encrypt for the owner of this key (age1...), instead of with a passphrase; repeatable' -r
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from create" -s R -l recipients-file -d 'Encrypt for the keys in this file, one a line; repeatable' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from create" -l passphrase-file -d 'File with the passphrase; without it, and without recipients, a person is asked' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from create" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from create" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from create" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from create" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from create" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from create" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from create" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from create" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from create" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from create" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from create" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from create" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from create" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from create" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from create" -l with-accounts -d 'The ACME accounts with their keys, too, all of them'
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from create" -l with-lineages -d 'The settings of lineages, too: names, CA, kind of key, outputs and hooks; never certificates and their keys. With names, those that have no other'
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from create" -s a -l armor -d 'As text, for mail and forms'
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from create" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from create" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from open" -s i -l identity -d 'File with the key that opens it, as `age-keygen` wrote it; repeatable' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from open" -l passphrase-file -d 'File with the passphrase; without it, a person is asked' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from open" -l keep -d 'Where a name has another registration here: keep mine, take theirs, or whichever the live CNAME points to; what gives way is kept aside' -r -f -a "mine\t''
theirs\t''
dns\t''"
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from open" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from open" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from open" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from open" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from open" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from open" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from open" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from open" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from open" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from open" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from open" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from open" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from open" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from open" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from open" -l list -d 'Tell what is inside, and what would be taken; change nothing'
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from open" -l without-accounts -d 'Leave the ACME accounts that are in it'
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from open" -l without-lineages -d 'Leave the settings of lineages that are in it'
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from open" -l probe -d 'Publish a harmless value with the credentials, and read it back: the proof that they work'
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from open" -l offline -d 'Ask nobody: what is taken over is not verified'
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from open" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from open" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from open" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from open" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from open" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from help" -f -a "create" -d 'Put registrations into one encrypted file, for its owner only'
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from help" -f -a "open" -d 'Take over what is in a bundle: all of its registrations, or nothing'
complete -c certdns -n "__fish_certdns_using_subcommand bundle; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c certdns -n "__fish_certdns_using_subcommand ca; and not __fish_seen_subcommand_from list show help" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand ca; and not __fish_seen_subcommand_from list show help" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand ca; and not __fish_seen_subcommand_from list show help" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand ca; and not __fish_seen_subcommand_from list show help" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand ca; and not __fish_seen_subcommand_from list show help" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand ca; and not __fish_seen_subcommand_from list show help" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand ca; and not __fish_seen_subcommand_from list show help" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand ca; and not __fish_seen_subcommand_from list show help" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand ca; and not __fish_seen_subcommand_from list show help" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand ca; and not __fish_seen_subcommand_from list show help" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand ca; and not __fish_seen_subcommand_from list show help" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand ca; and not __fish_seen_subcommand_from list show help" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand ca; and not __fish_seen_subcommand_from list show help" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand ca; and not __fish_seen_subcommand_from list show help" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand ca; and not __fish_seen_subcommand_from list show help" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand ca; and not __fish_seen_subcommand_from list show help" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand ca; and not __fish_seen_subcommand_from list show help" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand ca; and not __fish_seen_subcommand_from list show help" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand ca; and not __fish_seen_subcommand_from list show help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand ca; and not __fish_seen_subcommand_from list show help" -f -a "list" -d 'List the CAs that have a name here, and what each needs before it makes an account'
complete -c certdns -n "__fish_certdns_using_subcommand ca; and not __fish_seen_subcommand_from list show help" -f -a "show" -d 'Ask a CA what it says about itself: terms, CAA identities, account binding, profiles, renewal information'
complete -c certdns -n "__fish_certdns_using_subcommand ca; and not __fish_seen_subcommand_from list show help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c certdns -n "__fish_certdns_using_subcommand ca; and __fish_seen_subcommand_from list" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand ca; and __fish_seen_subcommand_from list" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand ca; and __fish_seen_subcommand_from list" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand ca; and __fish_seen_subcommand_from list" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand ca; and __fish_seen_subcommand_from list" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand ca; and __fish_seen_subcommand_from list" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand ca; and __fish_seen_subcommand_from list" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand ca; and __fish_seen_subcommand_from list" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand ca; and __fish_seen_subcommand_from list" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand ca; and __fish_seen_subcommand_from list" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand ca; and __fish_seen_subcommand_from list" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand ca; and __fish_seen_subcommand_from list" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand ca; and __fish_seen_subcommand_from list" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand ca; and __fish_seen_subcommand_from list" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand ca; and __fish_seen_subcommand_from list" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand ca; and __fish_seen_subcommand_from list" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand ca; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand ca; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand ca; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand ca; and __fish_seen_subcommand_from show" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand ca; and __fish_seen_subcommand_from show" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand ca; and __fish_seen_subcommand_from show" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand ca; and __fish_seen_subcommand_from show" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand ca; and __fish_seen_subcommand_from show" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand ca; and __fish_seen_subcommand_from show" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand ca; and __fish_seen_subcommand_from show" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand ca; and __fish_seen_subcommand_from show" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand ca; and __fish_seen_subcommand_from show" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand ca; and __fish_seen_subcommand_from show" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand ca; and __fish_seen_subcommand_from show" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand ca; and __fish_seen_subcommand_from show" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand ca; and __fish_seen_subcommand_from show" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand ca; and __fish_seen_subcommand_from show" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand ca; and __fish_seen_subcommand_from show" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand ca; and __fish_seen_subcommand_from show" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand ca; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand ca; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand ca; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand ca; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the CAs that have a name here, and what each needs before it makes an account'
complete -c certdns -n "__fish_certdns_using_subcommand ca; and __fish_seen_subcommand_from help" -f -a "show" -d 'Ask a CA what it says about itself: terms, CAA identities, account binding, profiles, renewal information'
complete -c certdns -n "__fish_certdns_using_subcommand ca; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c certdns -n "__fish_certdns_using_subcommand sandbox" -l dir -d 'Keep the lab\'s files and the state here [default: a temporary directory]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand sandbox" -l history -d 'Write every request that CA and acme-dns server get, as JSON lines' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand sandbox" -l bad-nonces -d 'Percentage of good nonces that the CA rejects' -r
complete -c certdns -n "__fish_certdns_using_subcommand sandbox" -l pending-polls -d 'So many looks at an order find it pending or processing' -r
complete -c certdns -n "__fish_certdns_using_subcommand sandbox" -l retry-after -d '`Retry-After` of pending and processing orders, in seconds' -r
complete -c certdns -n "__fish_certdns_using_subcommand sandbox" -l lifetime -d 'Lifetime of certificates, such as 90d or 10m' -r
complete -c certdns -n "__fish_certdns_using_subcommand sandbox" -l eab -d 'Ask new accounts for this external account binding; the key is base64url, and the option may be repeated' -r
complete -c certdns -n "__fish_certdns_using_subcommand sandbox" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand sandbox" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand sandbox" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand sandbox" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand sandbox" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand sandbox" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand sandbox" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand sandbox" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand sandbox" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand sandbox" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand sandbox" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand sandbox" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand sandbox" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand sandbox" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand sandbox" -l tour -d 'Walk through the whole job, from registration to renewal, in ./certdns-tour'
complete -c certdns -n "__fish_certdns_using_subcommand sandbox" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand sandbox" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand sandbox" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand sandbox" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand sandbox" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand generate" -l config -d 'Configuration file, TOML [env: CERTDNS_CONFIG]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand generate" -l state-dir -d 'Where accounts, registrations and certificates are kept [env: CERTDNS_STATE_DIR]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand generate" -l ca -d 'The CA: letsencrypt (default), another name from `certdns ca list`, or a directory URL [env: CERTDNS_CA]' -r
complete -c certdns -n "__fish_certdns_using_subcommand generate" -l fallback-ca -d 'A CA that stands in when the CA is down or its limits are used up; repeatable, asked in this order [env: CERTDNS_FALLBACK_CA, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand generate" -l ca-root -d 'PEM roots to trust for the ACME server besides the system\'s [env: CERTDNS_CA_ROOT]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand generate" -l account -d 'The ACME account at the CA, by its name or its URI, where there are several [env: CERTDNS_ACCOUNT]' -r
complete -c certdns -n "__fish_certdns_using_subcommand generate" -l acme-dns -d 'Where names are registered: certify (Certify DNS) or the base URL of an acme-dns server [env: CERTDNS_ACME_DNS]' -r
complete -c certdns -n "__fish_certdns_using_subcommand generate" -l acme-dns-user -d 'User name for registering, where the server wants one [env: CERTDNS_ACME_DNS_USER]' -r
complete -c certdns -n "__fish_certdns_using_subcommand generate" -l acme-dns-key-file -d 'File with the key for registering [env: CERTDNS_ACME_DNS_KEY_FILE, or the key in CERTDNS_ACME_DNS_KEY]' -r -F
complete -c certdns -n "__fish_certdns_using_subcommand generate" -l resolver -d 'DNS resolver to ask instead of the system\'s: `IP[:PORT]`, `tls://HOST[:PORT]` or `https://HOST/PATH`; repeatable [env: CERTDNS_RESOLVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand generate" -l perspective -d 'Look at delegations through this resolver, too, as CAs do from several places; repeatable [env: CERTDNS_PERSPECTIVES, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand generate" -l dns-view -d 'Ask every authoritative server (default), or believe the resolver [env: CERTDNS_DNS_VIEW]' -r
complete -c certdns -n "__fish_certdns_using_subcommand generate" -l name-server -d 'Reach this name server at another address (NAT, labs); repeatable [env: CERTDNS_NAME_SERVERS, comma-separated]' -r
complete -c certdns -n "__fish_certdns_using_subcommand generate" -l color -d 'When to use colour [env: NO_COLOR, CERTDNS_COLOR]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c certdns -n "__fish_certdns_using_subcommand generate" -l allow-http -d 'Permit plain http to other machines [env: CERTDNS_ALLOW_HTTP]'
complete -c certdns -n "__fish_certdns_using_subcommand generate" -l json -d 'Exactly one JSON document on stdout [env: CERTDNS_JSON]'
complete -c certdns -n "__fish_certdns_using_subcommand generate" -s q -l quiet -d 'Say nothing but the outcome and errors [env: CERTDNS_QUIET]'
complete -c certdns -n "__fish_certdns_using_subcommand generate" -s v -l verbose -d 'Tell every HTTP exchange; twice: every DNS question too [env: CERTDNS_VERBOSE]'
complete -c certdns -n "__fish_certdns_using_subcommand generate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c certdns -n "__fish_certdns_using_subcommand help; and not __fish_seen_subcommand_from register check caa issue renew timer deploy apply import-csv list show status history log notify revoke delete acmeaccount registration bundle ca sandbox generate help" -f -a "register" -d 'Register names at the acme-dns server and print the CNAME of each'
complete -c certdns -n "__fish_certdns_using_subcommand help; and not __fish_seen_subcommand_from register check caa issue renew timer deploy apply import-csv list show status history log notify revoke delete acmeaccount registration bundle ca sandbox generate help" -f -a "check" -d 'Check names the way a CA would: delegation, name servers, DNSSEC, CAA'
complete -c certdns -n "__fish_certdns_using_subcommand help; and not __fish_seen_subcommand_from register check caa issue renew timer deploy apply import-csv list show status history log notify revoke delete acmeaccount registration bundle ca sandbox generate help" -f -a "caa" -d 'Show who may issue for names, and the CAA records that let only this ACME account issue'
complete -c certdns -n "__fish_certdns_using_subcommand help; and not __fish_seen_subcommand_from register check caa issue renew timer deploy apply import-csv list show status history log notify revoke delete acmeaccount registration bundle ca sandbox generate help" -f -a "issue" -d 'Get a certificate, registering and checking what is needed first'
complete -c certdns -n "__fish_certdns_using_subcommand help; and not __fish_seen_subcommand_from register check caa issue renew timer deploy apply import-csv list show status history log notify revoke delete acmeaccount registration bundle ca sandbox generate help" -f -a "renew" -d 'Renew every certificate that is due'
complete -c certdns -n "__fish_certdns_using_subcommand help; and not __fish_seen_subcommand_from register check caa issue renew timer deploy apply import-csv list show status history log notify revoke delete acmeaccount registration bundle ca sandbox generate help" -f -a "timer" -d 'Have `certdns renew` run by itself, every hour: by systemd, cron, launchd or Task Scheduler'
complete -c certdns -n "__fish_certdns_using_subcommand help; and not __fish_seen_subcommand_from register check caa issue renew timer deploy apply import-csv list show status history log notify revoke delete acmeaccount registration bundle ca sandbox generate help" -f -a "deploy" -d 'Run the deploy hooks that failed or were cut short'
complete -c certdns -n "__fish_certdns_using_subcommand help; and not __fish_seen_subcommand_from register check caa issue renew timer deploy apply import-csv list show status history log notify revoke delete acmeaccount registration bundle ca sandbox generate help" -f -a "apply" -d 'Make the certificates as the configuration file lists them'
complete -c certdns -n "__fish_certdns_using_subcommand help; and not __fish_seen_subcommand_from register check caa issue renew timer deploy apply import-csv list show status history log notify revoke delete acmeaccount registration bundle ca sandbox generate help" -f -a "import-csv" -d 'Turn a CSV file, a certificate a line, into `[[certificate]]` entries of the configuration file'
complete -c certdns -n "__fish_certdns_using_subcommand help; and not __fish_seen_subcommand_from register check caa issue renew timer deploy apply import-csv list show status history log notify revoke delete acmeaccount registration bundle ca sandbox generate help" -f -a "list" -d 'List certificates and registrations'
complete -c certdns -n "__fish_certdns_using_subcommand help; and not __fish_seen_subcommand_from register check caa issue renew timer deploy apply import-csv list show status history log notify revoke delete acmeaccount registration bundle ca sandbox generate help" -f -a "show" -d 'Show a certificate: names, issuer, dates, fingerprints, chain, account and files'
complete -c certdns -n "__fish_certdns_using_subcommand help; and not __fish_seen_subcommand_from register check caa issue renew timer deploy apply import-csv list show status history log notify revoke delete acmeaccount registration bundle ca sandbox generate help" -f -a "status" -d 'Show how every certificate fares: expiry, next renewal, last result, delegation, CAA; worst first'
complete -c certdns -n "__fish_certdns_using_subcommand help; and not __fish_seen_subcommand_from register check caa issue renew timer deploy apply import-csv list show status history log notify revoke delete acmeaccount registration bundle ca sandbox generate help" -f -a "history" -d 'Show every certificate that a lineage has had: when, why, from which CA, and how long it took'
complete -c certdns -n "__fish_certdns_using_subcommand help; and not __fish_seen_subcommand_from register check caa issue renew timer deploy apply import-csv list show status history log notify revoke delete acmeaccount registration bundle ca sandbox generate help" -f -a "log" -d 'List the runs that are remembered, or show what one of them told'
complete -c certdns -n "__fish_certdns_using_subcommand help; and not __fish_seen_subcommand_from register check caa issue renew timer deploy apply import-csv list show status history log notify revoke delete acmeaccount registration bundle ca sandbox generate help" -f -a "notify" -d 'Notices about certificates: try out whether they arrive'
complete -c certdns -n "__fish_certdns_using_subcommand help; and not __fish_seen_subcommand_from register check caa issue renew timer deploy apply import-csv list show status history log notify revoke delete acmeaccount registration bundle ca sandbox generate help" -f -a "revoke" -d 'Revoke a certificate: of a lineage, one of its older generations, or in a file'
complete -c certdns -n "__fish_certdns_using_subcommand help; and not __fish_seen_subcommand_from register check caa issue renew timer deploy apply import-csv list show status history log notify revoke delete acmeaccount registration bundle ca sandbox generate help" -f -a "delete" -d 'Delete a lineage: its certificates, its private keys, and its renewal'
complete -c certdns -n "__fish_certdns_using_subcommand help; and not __fish_seen_subcommand_from register check caa issue renew timer deploy apply import-csv list show status history log notify revoke delete acmeaccount registration bundle ca sandbox generate help" -f -a "acmeaccount" -d 'ACME accounts: add, list and change them; take them over from other clients; the CAA records that pin them'
complete -c certdns -n "__fish_certdns_using_subcommand help; and not __fish_seen_subcommand_from register check caa issue renew timer deploy apply import-csv list show status history log notify revoke delete acmeaccount registration bundle ca sandbox generate help" -f -a "registration" -d 'Registrations: list them, take them over from other clients, give them to others, set them aside'
complete -c certdns -n "__fish_certdns_using_subcommand help; and not __fish_seen_subcommand_from register check caa issue renew timer deploy apply import-csv list show status history log notify revoke delete acmeaccount registration bundle ca sandbox generate help" -f -a "bundle" -d 'Carry registrations to another machine, or into a safe, in one encrypted file'
complete -c certdns -n "__fish_certdns_using_subcommand help; and not __fish_seen_subcommand_from register check caa issue renew timer deploy apply import-csv list show status history log notify revoke delete acmeaccount registration bundle ca sandbox generate help" -f -a "ca" -d 'CAs: list those with a name, or show what one says about itself'
complete -c certdns -n "__fish_certdns_using_subcommand help; and not __fish_seen_subcommand_from register check caa issue renew timer deploy apply import-csv list show status history log notify revoke delete acmeaccount registration bundle ca sandbox generate help" -f -a "sandbox" -d 'Start a CA, an acme-dns server and a DNS host on this machine, to try everything offline'
complete -c certdns -n "__fish_certdns_using_subcommand help; and not __fish_seen_subcommand_from register check caa issue renew timer deploy apply import-csv list show status history log notify revoke delete acmeaccount registration bundle ca sandbox generate help" -f -a "generate" -d 'Write man pages and shell completions below a directory'
complete -c certdns -n "__fish_certdns_using_subcommand help; and not __fish_seen_subcommand_from register check caa issue renew timer deploy apply import-csv list show status history log notify revoke delete acmeaccount registration bundle ca sandbox generate help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c certdns -n "__fish_certdns_using_subcommand help; and __fish_seen_subcommand_from timer" -f -a "install" -d 'Install the timer and start it; done again, bring it up to date'
complete -c certdns -n "__fish_certdns_using_subcommand help; and __fish_seen_subcommand_from timer" -f -a "show" -d 'Show what is installed or would be, when it last ran, how that ended, and when it runs next'
complete -c certdns -n "__fish_certdns_using_subcommand help; and __fish_seen_subcommand_from timer" -f -a "remove" -d 'Stop the timer and remove it'
complete -c certdns -n "__fish_certdns_using_subcommand help; and __fish_seen_subcommand_from notify" -f -a "test" -d 'Send a test notice everywhere, and a ping, and tell what came of each'
complete -c certdns -n "__fish_certdns_using_subcommand help; and __fish_seen_subcommand_from acmeaccount" -f -a "list" -d 'List accounts with their URI and the CAA records that pin them (RFC 8657); never a key'
complete -c certdns -n "__fish_certdns_using_subcommand help; and __fish_seen_subcommand_from acmeaccount" -f -a "add" -d 'Create an account at the CA, if there is none yet; with --account, one of that name'
complete -c certdns -n "__fish_certdns_using_subcommand help; and __fish_seen_subcommand_from acmeaccount" -f -a "show" -d 'Show an account as the CA has it, and the certificates that are ordered with it'
complete -c certdns -n "__fish_certdns_using_subcommand help; and __fish_seen_subcommand_from acmeaccount" -f -a "update" -d 'Change an account\'s contact address at the CA, its name here, or whether it is the default'
complete -c certdns -n "__fish_certdns_using_subcommand help; and __fish_seen_subcommand_from acmeaccount" -f -a "rollover" -d 'Give an account a new key; its URI, and what pins it, stays'
complete -c certdns -n "__fish_certdns_using_subcommand help; and __fish_seen_subcommand_from acmeaccount" -f -a "deactivate" -d 'End an account at the CA, for good; certificates stay valid'
complete -c certdns -n "__fish_certdns_using_subcommand help; and __fish_seen_subcommand_from acmeaccount" -f -a "import" -d 'Take over accounts of other ACME clients: certbot, lego, acme.sh, Posh-ACME, Caddy, Certify, or a bare key'
complete -c certdns -n "__fish_certdns_using_subcommand help; and __fish_seen_subcommand_from acmeaccount" -f -a "export" -d 'Write an account with its key to a new file, for its owner only'
complete -c certdns -n "__fish_certdns_using_subcommand help; and __fish_seen_subcommand_from acmeaccount" -f -a "remove" -d 'Forget an account here, with its key; the CA does not hear of it'
complete -c certdns -n "__fish_certdns_using_subcommand help; and __fish_seen_subcommand_from registration" -f -a "list" -d 'List registrations, where they come from, the certificates that need them, and what is kept aside'
complete -c certdns -n "__fish_certdns_using_subcommand help; and __fish_seen_subcommand_from registration" -f -a "show" -d 'Show the registrations of a name, what became of them, and what DNS shows; never a password'
complete -c certdns -n "__fish_certdns_using_subcommand help; and __fish_seen_subcommand_from registration" -f -a "add" -d 'Add a registration that is there already: from its parts, or a pasted reply of `/register` on stdin'
complete -c certdns -n "__fish_certdns_using_subcommand help; and __fish_seen_subcommand_from registration" -f -a "import" -d 'Take over registrations of other clients; the format is recognised'
complete -c certdns -n "__fish_certdns_using_subcommand help; and __fish_seen_subcommand_from registration" -f -a "export" -d 'Write registrations with their passwords to a new file, for its owner only, in the format of any client'
complete -c certdns -n "__fish_certdns_using_subcommand help; and __fish_seen_subcommand_from registration" -f -a "move" -d 'Move names to another acme-dns server, or on with what is under way'
complete -c certdns -n "__fish_certdns_using_subcommand help; and __fish_seen_subcommand_from registration" -f -a "rename" -d 'Put a registration under another name, whose CNAME then has to lead to it'
complete -c certdns -n "__fish_certdns_using_subcommand help; and __fish_seen_subcommand_from registration" -f -a "remove" -d 'Take a registration out of use; it is kept aside, and `restore` brings it back'
complete -c certdns -n "__fish_certdns_using_subcommand help; and __fish_seen_subcommand_from registration" -f -a "restore" -d 'Bring back a registration that was set aside; the one in use now is set aside instead'
complete -c certdns -n "__fish_certdns_using_subcommand help; and __fish_seen_subcommand_from registration" -f -a "history" -d 'Tell what happened to registrations, when, and why; what is kept aside included'
complete -c certdns -n "__fish_certdns_using_subcommand help; and __fish_seen_subcommand_from bundle" -f -a "create" -d 'Put registrations into one encrypted file, for its owner only'
complete -c certdns -n "__fish_certdns_using_subcommand help; and __fish_seen_subcommand_from bundle" -f -a "open" -d 'Take over what is in a bundle: all of its registrations, or nothing'
complete -c certdns -n "__fish_certdns_using_subcommand help; and __fish_seen_subcommand_from ca" -f -a "list" -d 'List the CAs that have a name here, and what each needs before it makes an account'
complete -c certdns -n "__fish_certdns_using_subcommand help; and __fish_seen_subcommand_from ca" -f -a "show" -d 'Ask a CA what it says about itself: terms, CAA identities, account binding, profiles, renewal information'
