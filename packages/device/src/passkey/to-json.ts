/** What becomes a T once undefined is left out of it, at any depth. */
type Loose<T> = { readonly [Key in keyof T]: LooseField<T, Key> };
type LooseField<T, Key extends keyof T> =
  | (T[Key] extends object | undefined ? Loose<T[Key]> : T[Key])
  | (object extends Pick<T, Key> ? undefined : never);

/** JSON has no undefined, and neither have strict readers of it. */
export function toJson<T extends object>(value: Loose<T>): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
