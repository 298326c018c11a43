import { journalContract } from './journal.contract.ts';
import { memoryJournal } from './journal.memory.ts';

journalContract('memory', async () => memoryJournal());
