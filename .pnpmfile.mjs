/** Changes what a package says of itself before it is installed. */
function readPackage(manifest) {
  // Only its browser bundle is used, which holds all that it needs: without this, 185 packages and 237 MB more.
  if (manifest.name === "@scalar/api-reference") manifest.dependencies = {};
  return manifest;
}

/** The first install takes half a minute, and `loglevel: error` would leave it without a word. */
function preResolution() {
  process.stderr.write("Installing the dependencies …\n");
}

export const hooks = { readPackage, preResolution };
