package org.denovo.batch;

import javax.sql.DataSource;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.launch.support.JobOperatorFactoryBean;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.dao.JacksonExecutionContextStringSerializer;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Spring Batch on a migrated database, wired by hand: a run needs three of its parts, and a
 * container would take longer to start than the sample registry to read.
 *
 * @param transactions over the same connections as the registry, so that a chunk's rows and its
 *     restart mark are committed together
 */
public record BatchFrame(
    JobRepository repository, JobOperator operator, PlatformTransactionManager transactions) {

  /** The frame on a database. */
  public static BatchFrame on(DataSource source) {
    try {
      JdbcTransactionManager transactions = new JdbcTransactionManager(source);
      JdbcJobRepositoryFactoryBean repositories = new JdbcJobRepositoryFactoryBean();
      repositories.setDataSource(source);
      repositories.setTransactionManager(transactions);
      // At the default isolation, concurrent starts deadlock on MySQL.
      repositories.setIsolationLevelForCreate("ISOLATION_READ_COMMITTED");
      repositories.setSerializer(new JacksonExecutionContextStringSerializer());
      repositories.afterPropertiesSet();
      JobRepository repository = repositories.getObject();
      JobOperatorFactoryBean operators = new JobOperatorFactoryBean();
      operators.setJobRepository(repository);
      operators.setJobRegistry(new MapJobRegistry());
      operators.setTransactionManager(transactions);
      operators.afterPropertiesSet();
      return new BatchFrame(repository, operators.getObject(), transactions);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("Spring Batch did not start", e);
    }
  }
}
