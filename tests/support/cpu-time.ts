/** Milliseconds of processor time since some moment: unlike the clock on the wall it does not run on while a busy machine
 * lets this process wait, so a bound on it says something about the code. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
