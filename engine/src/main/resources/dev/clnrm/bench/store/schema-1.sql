create table clnrm_bench_schema (
    version integer primary key
);
create table clnrm_bench_run (
    repository varchar(300) not null,
    id varchar(100) not null,
    started varchar(40) not null,
    head varchar(64) not null,
    summary bytea not null,
    files bytea not null,
    primary key (repository, id)
);
create table clnrm_bench_baseline (
    repository varchar(300) not null,
    name varchar(100) not null,
    id varchar(100) not null,
    primary key (repository, name)
);
