// Preloaded into the program by start.mjs: when the starter dies without a word (kill -9), the program ends in order too.
if (process.channel) {
  process.channel.unref();
  process.once('disconnect', () => {
    // Its output went through the starter: a line that nobody reads mustn't break off the ending.
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
    process.kill(process.pid, 'SIGTERM');
  });
}
