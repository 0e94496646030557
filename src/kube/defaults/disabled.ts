import { type Fields, structAt, structsAt } from '../fields.ts';

/**
 * What the server takes out of a container because the feature is off by default: without its
 * stop signal a lifecycle that says nothing else is not there. Most other such fields are never looked
 * at, so nothing need be done with them.
 */
export function withoutStopSignal(container: Fields): Fields {
  const lifecycle = structAt(container, 'lifecycle');
  if (lifecycle?.stopSignal === undefined) return container;
  const { stopSignal: _signal, ...others } = lifecycle;
  const { lifecycle: _lifecycle, ...rest } = container;
  return Object.keys(others).length === 0 ? rest : { ...container, lifecycle: others };
}

const VOLUMES_WITH_USERS = ['secret', 'configMap', 'downwardAPI', 'projected'];
const PROJECTIONS_WITH_USERS = [
  'secret',
  'downwardAPI',
  'configMap',
  'serviceAccountToken',
  'clusterTrustBundle',
  'podCertificate',
];

/** Files belong to nobody in particular: the users are taken out of the first source there is. */
export function withoutUsers(volume: Fields): Fields {
  const name = VOLUMES_WITH_USERS.find((one) => volume[one] !== undefined);
  const source = name === undefined ? undefined : structAt(volume, name);
  if (name === undefined || source === undefined) return volume;
  const { defaultUser: _user, ...others } = source;
  return {
    ...volume,
    [name]: name === 'projected' ? withoutSourceUsers(others) : withoutItemUsers(others),
  };
}

function withoutSourceUsers(projected: Fields): Fields {
  if (!Array.isArray(projected.sources)) return projected;
  const sources = structsAt(projected, 'sources').map((source) => {
    const name = PROJECTIONS_WITH_USERS.find((one) => source[one] !== undefined);
    const { user: _user, ...others } =
      (name === undefined ? undefined : structAt(source, name)) ?? {};
    return name === undefined ? source : { ...source, [name]: withoutItemUsers(others) };
  });
  return { ...projected, sources };
}

function withoutItemUsers(source: Fields): Fields {
  if (!Array.isArray(source.items)) return source;
  const items = structsAt(source, 'items').map(({ user: _user, ...item }) => item);
  return { ...source, items };
}
