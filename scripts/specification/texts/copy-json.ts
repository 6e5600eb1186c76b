/** A copy of a JSON value. Unlike a structured clone it makes two values of one that a YAML alias puts at two places. */
export function copyJson<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}
