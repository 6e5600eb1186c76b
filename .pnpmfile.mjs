/** Changes what a package says of itself before it is installed. */
function readPackage(manifest) {
  // Only its browser bundle is used, which holds all that it needs: without this, 185 packages and 237 MB more.
  if (manifest.name === "@scalar/api-reference") manifest.dependencies = {};
  return manifest;
}

export const hooks = { readPackage };
