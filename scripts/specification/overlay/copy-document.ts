/**
 * A copy to change. Not a structured clone: a value that YAML aliases or written-out references share becomes two values,
 * so that a change of one does not change the other.
 */
export function copyDocument<Value>(document: Value): Value {
  return JSON.parse(JSON.stringify(document)) as Value;
}
