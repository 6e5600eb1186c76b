/**
 * A copy to change. Not a structured clone: what an alias of YAML, or a reference that was written out, puts at two
 * places is two values, and a change of one leaves the other.
 */
export function copyDocument<Value>(document: Value): Value {
  return JSON.parse(JSON.stringify(document)) as Value;
}
