// Plain JavaScript that any Node can read: it runs before everything else and says what is missing.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Astra needs Node 22.18 or newer, and this is ${process.version}. Start it with "npm start": npm install brings ` +
      "the right Node along (the package node). If npm kept that package from running its install script, allow it " +
      'with "npm rebuild node", or install Node 24 yourself.',
  );
  process.exit(1);
}
