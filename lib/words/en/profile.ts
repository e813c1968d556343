/** What everybody sees of a person. */
export const profile = {
  nobody: 'Nobody',
  hereSince: 'Here since {date}',
  from: 'These posts came from {elsewhere}, with its author’s name.',
  anotherSite: 'another site',
  edit: 'Edit my profile',
  mute: 'Mute',
  muting: 'Muting…',
  unmute: 'Unmute',
  unmuting: 'Unmuting…',
  solved: { one: 'Solved one problem', other: 'Solved {n} problems' },
  threads: { one: 'One thread', other: '{n} threads' },
  noneOwn: 'You have not asked anything yet',
  noneOwnText: 'Your threads will be listed here.',
  none: 'No threads yet',
  noneText: 'Threads this person starts will be listed here.',
  ask: 'Ask a question',
};
