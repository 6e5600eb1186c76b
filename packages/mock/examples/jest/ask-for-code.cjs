const { isGridError } = require("@grid-sdk/client");

/** Sends the user a code; resolves to what to tell them. */
async function askForCode(grid, id) {
  try {
    const { data } = await grid.challengeAuthCredential({ path: { id } });
    return `A code is on its way to ${data.nickname}.`;
  } catch (error) {
    if (isGridError(error, "RATE_LIMITED")) return `Wait ${error.retryAfterMs / 1000} seconds for another code.`;
    throw error;
  }
}

module.exports = { askForCode };
