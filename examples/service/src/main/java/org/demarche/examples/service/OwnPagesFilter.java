package org.demarche.examples.service;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what comes from a page of another site, or by a name that such a site gives to this
 * machine, since a browser sends both. {@code --hosts=NAME,…} lists the names of the service.
 */
@Component
class OwnPagesFilter extends OncePerRequestFilter {
  private final Set<String> hosts;

  OwnPagesFilter(@Value("${hosts:localhost,127.0.0.1,[::1]}") Set<String> hosts) {
    this.hosts = hosts;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws ServletException, IOException {
    response.setHeader("X-Content-Type-Options", "nosniff");
    String origin = request.getHeader("Origin");
    boolean isOwn =
        origin == null || origin.equals(request.getScheme() + "://" + request.getHeader("Host"));
    if (isOwn && hosts.contains(request.getServerName())) {
      next.doFilter(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }
}
