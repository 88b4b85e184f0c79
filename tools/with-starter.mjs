// Preloaded into the program by start.mjs: when the starter dies without a word (kill -9), the program ends in order too.
if (process.channel) {
  process.channel.unref();
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
}
