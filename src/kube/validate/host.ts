import {
  type Fault,
  type Faults,
  forbidden,
  invalid,
  invalidTexts,
  required,
  tooLong,
} from '../faults.ts';
import type { FieldPath } from '../field-path.ts';
import {
  type Fields,
  isTrue,
  optionalText,
  structAt,
  structsAt,
  textAt,
  textsAt,
} from '../fields.ts';
import { json, quoted } from '../go-text.ts';
import { isMapped, parseIp } from '../ip.ts';
import { byteLength, searchDomainComplaints, subdomainComplaints } from '../names.ts';

const MOST_NAMESERVERS = 3;
const MOST_SEARCHES = 32;
const LONGEST_SEARCH_LIST = 2048;
const LONGEST_HOSTNAME = 64;

function ip(text: string, path: FieldPath): readonly Fault[] {
  const address = parseIp(text);
  const fault = (words: string) => invalid(path, quoted(text), words);
  if (address === undefined) {
    return [fault('must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)')];
  }
  if (address.leadingZeros) return [fault('must not have leading 0s')];
  return isMapped(address) ? [fault('must not be an IPv4-mapped IPv6 address')] : [];
}

export function dnsConfig(spec: Fields, within: FieldPath): Faults {
  const config = structAt(spec, 'dnsConfig');
  const path = within.child('dnsConfig');
  const none = textAt(spec, 'dnsPolicy') === 'None';
  if (config === undefined) {
    return none ? [required(path, 'must provide `dnsConfig` when `dnsPolicy` is None')] : [];
  }
  const servers = textsAt(config, 'nameservers');
  const place = path.child('nameservers');
  if (none && servers.length === 0) {
    const words = 'must provide at least one DNS nameserver when `dnsPolicy` is None';
    return [required(place, words)];
  }
  return [
    ...(servers.length > MOST_NAMESERVERS
      ? [invalid(place, json(servers), `must not have more than ${MOST_NAMESERVERS} nameservers`)]
      : []),
    ...servers.flatMap((server, index) => ip(server, place.index(index))),
    ...searches(textsAt(config, 'searches'), path.child('searches')),
    ...structsAt(config, 'options').flatMap((option, index) =>
      textAt(option, 'name') === ''
        ? [required(path.child('options').index(index), 'must not be empty')]
        : [],
    ),
  ];
}

function searches(domains: readonly string[], path: FieldPath): Faults {
  return [
    ...(domains.length > MOST_SEARCHES
      ? [invalid(path, json(domains), `must not have more than ${MOST_SEARCHES} search paths`)]
      : []),
    ...(byteLength(domains.join(' ')) > LONGEST_SEARCH_LIST
      ? [
          invalid(
            path,
            json(domains),
            `must not have more than ${LONGEST_SEARCH_LIST} characters (including spaces) in the search list`,
          ),
        ]
      : []),
    ...domains.flatMap((written, index) => {
      if (written === '.') return [];
      const domain = written.endsWith('.') ? written.slice(0, -1) : written;
      return invalidTexts(path.index(index), domain, searchDomainComplaints(domain));
    }),
  ];
}

export function hostAliases(spec: Fields, within: FieldPath): Faults {
  return structsAt(spec, 'hostAliases').flatMap((alias, index) => {
    const path = within.child('hostAliases').index(index);
    return [
      ...ip(textAt(alias, 'ip'), path.child('ip')),
      ...textsAt(alias, 'hostnames').flatMap((name, at) =>
        invalidTexts(path.child('hostnames').index(at), name, subdomainComplaints(name)),
      ),
    ];
  });
}

export function hostnameOverride(spec: Fields, within: FieldPath): Faults {
  const name = optionalText(spec, 'hostnameOverride');
  const path = within.child('hostnameOverride');
  if (name === undefined) return [];
  return [
    ...(isTrue(spec, 'setHostnameAsFQDN')
      ? [forbidden(path, 'may not be specified when setHostnameAsFQDN is true')]
      : []),
    ...(isTrue(spec, 'hostNetwork')
      ? [forbidden(path, 'may not be specified when hostNetwork is true')]
      : []),
    ...(byteLength(name) > LONGEST_HOSTNAME ? [tooLong(path, LONGEST_HOSTNAME)] : []),
    ...invalidTexts(path, name, subdomainComplaints(name)),
  ];
}
