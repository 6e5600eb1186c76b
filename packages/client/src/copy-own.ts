/**
 * A copy of an object's own properties. Options are read from it, so that a polluted `Object.prototype` sets no option:
 * a `baseUrl` in it would get the credentials.
 */
export function copyOwn<Options extends object>(options: Options): Options {
  return Object.assign(Object.create(null) as Options, options);
}
