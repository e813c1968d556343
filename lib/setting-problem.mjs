// @ts-check

/** A setting that cannot be; the message is one sentence for the person at the keyboard. */
export class SettingProblem extends Error {}
