module.exports = { rootDir: __dirname, watchman: false };
