package id.simpul.sync;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/**
 * What the schedule of one instansi starts. One run at a time: a second start waits for
 * the first to end.
 */
@DisallowConcurrentExecution
final class SyncJob implements Job {

	static final String STARTED_BY = "startedBy";

	private final Sync sync;

	SyncJob(Sync sync) {
		this.sync = sync;
	}

	@Override
	public void execute(JobExecutionContext context) {
		String startedBy = context.getTrigger().getJobDataMap().getString(STARTED_BY);
		this.sync.run(context.getJobDetail().getKey().getName(), (startedBy != null) ? startedBy : "jadwal", false);
	}

}
