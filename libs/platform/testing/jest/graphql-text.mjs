// A .graphql file in tests: its text.
export default {
  process: (text) => ({ code: `export default ${JSON.stringify(text)};` }),
  canInstrument: false,
};
