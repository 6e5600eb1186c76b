/**
 * What an object says by itself. Options are read from such a copy, so that a polluted `Object.prototype` sets none:
 * a `baseUrl` that is found there would get the credentials.
 */
export function copyOwn<Options extends object>(options: Options): Options {
  return Object.assign(Object.create(null) as Options, options);
}
