package dev.clnrm.bench.github;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.kohsuke.github.connector.GitHubConnector;
import org.kohsuke.github.connector.GitHubConnectorRequest;
import org.kohsuke.github.connector.GitHubConnectorResponse;
import org.kohsuke.github.extras.HttpClientGitHubConnector;

/**
 * The library's connection, with a timeout for each request, which the library does not have.
 *
 * @param longest the longest time for an answer
 */
record Connection(GitHubConnector endless, Duration longest) implements GitHubConnector {
    static Connection of(Duration longest) {
        return new Connection(
                new HttpClientGitHubConnector(HttpClient.newBuilder()
                        .connectTimeout(longest)
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()),
                longest);
    }

    @Override
    public GitHubConnectorResponse send(GitHubConnectorRequest request) throws IOException {
        CompletableFuture<GitHubConnectorResponse> answer = CompletableFuture.supplyAsync(() -> {
            try {
                return endless.send(request);
            } catch (IOException e) {
                throw new CompletionException(e);
            }
        });
        try {
            return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("no answer in " + longest.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException fault ? fault : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }
}
