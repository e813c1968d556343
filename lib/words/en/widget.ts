/** The help panel on other sites, and the button that opens it there. */
export const widget = {
  title: 'Help',
  queryTitle: '{query} - help',
  nothing: 'Nothing found. Try fewer or other words, or ask: somebody answers within a day.',
  seeAll: 'See all {n}',
  backToSearch: 'Back to the search',
  backToResults: 'Back to the results',
  openAnswer: 'Open this answer on the help site',
  missing: 'It may have moved. Searching usually finds it.',
  doors: {
    label: 'More help',
    ask: 'Ask a question',
    refund: 'Get a refund',
    newTab: '(opens in a new tab)',
  },
  failed: {
    title: 'Something went wrong on our side',
    text: 'It has been written down. Trying again often helps.',
    again: 'Try again',
  },
  button: {
    open: 'Help',
    close: 'Close',
    nothingShown: 'Nothing shown above?',
    newTab: 'Open the help in a new tab',
  },
};
